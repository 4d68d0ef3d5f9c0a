import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CandidateSet, paretoFront, type Tolerances, usualTolerances } from './front.ts';

type Point = { cost: number; latency: number; carbon: number; unavailability: number };

const objectives = ['cost', 'latency', 'carbon', 'unavailability'] as const;

function setOf(points: readonly Point[]): CandidateSet {
  const column = (objective: keyof Point) => Float64Array.from(points, (point) => point[objective]);
  return {
    size: points.length,
    cost: column('cost'),
    latency: column('latency'),
    carbon: column('carbon'),
    unavailability: column('unavailability'),
  };
}

/** Whether `a` is nowhere worse than `b` times one plus the tolerance, as far as both know the same objectives. */
function covers(a: Point, b: Point, tolerances: Tolerances): boolean {
  return objectives.every((objective) => {
    if (Number.isNaN(a[objective]) || Number.isNaN(b[objective])) return isUnknownInBoth(a, b, objective);
    return a[objective] <= b[objective] * (1 + tolerances[objective]) * (1 + 1e-12);
  });
}

const isUnknownInBoth = (a: Point, b: Point, objective: keyof Point) =>
  Number.isNaN(a[objective]) && Number.isNaN(b[objective]);

function dominates(a: Point, b: Point): boolean {
  const exact = { cost: 0, latency: 0, carbon: 0, unavailability: 0 };
  return covers(a, b, exact) && objectives.some((objective) => a[objective] < b[objective] * (1 - 1e-9));
}

// Few levels, so that ties and near-ties are common.
const level = fc.integer({ min: 0, max: 30 }).map((step) => 1.013 ** step);
const carbon = fc.oneof({ weight: 5, arbitrary: level }, { weight: 1, arbitrary: fc.constant(Number.NaN) });
const point = fc.record({ cost: level, latency: level, carbon, unavailability: level });
const points = fc.array(point, { minLength: 1, maxLength: 120 });
const seed = 41;

describe('the front of a set of designs', () => {
  it('has no member that any candidate dominates', () => {
    fc.assert(
      fc.property(points, (all) => {
        for (const member of paretoFront(setOf(all)).members) {
          const design = all[member];
          if (design === undefined) throw new Error('no candidate');
          expect(all.filter((other) => dominates(other, design))).toEqual([]);
        }
      }),
      { seed, numRuns: 300 },
    );
  });

  it('has for every candidate a member that is better or a near-tie, and says which', () => {
    fc.assert(
      fc.property(points, (all) => {
        const { members, representedBy } = paretoFront(setOf(all));
        for (const [at, candidate] of all.entries()) {
          const member = representedBy[at] ?? -1;
          const design = all[member];
          if (design === undefined) throw new Error('no member');
          expect(members).toContain(member);
          expect(covers(design, candidate, usualTolerances)).toBe(true);
        }
      }),
      { seed, numRuns: 300 },
    );
  });

  it('does not depend on the order of the candidates', () => {
    const shuffled = points.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    const frontOf = (all: readonly Point[]) =>
      [...paretoFront(setOf(all)).members].map((member) => JSON.stringify(all[member])).toSorted();
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(frontOf(other)).toEqual(frontOf(all));
      }),
      { seed, numRuns: 300 },
    );
  });

  it('merges near-ties only: without tolerance it is the whole set of what nothing dominates', () => {
    const exact = { cost: 0, latency: 0, carbon: 0, unavailability: 0 };
    fc.assert(
      fc.property(points, (all) => {
        const front = new Set(
          [...paretoFront(setOf(all), exact).members].map((member) => JSON.stringify(all[member])),
        );
        const undominated = all.filter((one) => !all.some((other) => dominates(other, one)));
        expect(front).toEqual(new Set(undominated.map((one) => JSON.stringify(one))));
        expect(paretoFront(setOf(all)).members.length).toBeLessThanOrEqual(front.size);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('takes a design a per cent dearer and much cleaner for the better of two ties, and keeps one a tenth cheaper', () => {
    const base = { cost: 100, latency: 2, carbon: 50, unavailability: 0.001 };
    const cleaner = { ...base, cost: 101, carbon: 10 };
    const cheaper = { ...base, cost: 90 };
    const { members, representedBy } = paretoFront(setOf([base, cleaner]));
    expect([...members]).toEqual([1]);
    expect(representedBy[0]).toBe(1);
    expect(new Set(paretoFront(setOf([cheaper, cleaner])).members)).toEqual(new Set([0, 1]));
  });

  it('compares waiting times only where there are any', () => {
    const { latency: _, ...set } = setOf([
      { cost: 1, latency: 9, carbon: 1, unavailability: 1 },
      { cost: 2, latency: 1, carbon: 2, unavailability: 1 },
    ]);
    expect([...paretoFront(set).members]).toEqual([0]);
  });

  it('never drops a design for one whose carbon is unknown', () => {
    const { members } = paretoFront(
      setOf([
        { cost: 1, latency: 1, carbon: Number.NaN, unavailability: 1 },
        { cost: 2, latency: 2, carbon: 5, unavailability: 2 },
      ]),
    );
    expect(new Set(members)).toEqual(new Set([0, 1]));
  });

  it('knows which of two dominates, when the difference is lost in their products', () => {
    const worse = { cost: 1e300, latency: 1, carbon: 1 + 2 * Number.EPSILON, unavailability: 1 };
    expect([...paretoFront(setOf([worse, { ...worse, carbon: 1 }])).members]).toEqual([1]);
  });

  it('of nothing is empty', () => {
    expect(paretoFront(setOf([])).members.length).toBe(0);
  });
});
