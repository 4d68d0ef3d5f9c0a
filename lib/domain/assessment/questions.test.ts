import { describe, expect, it } from 'vitest';
import type { Field, Fields } from './field.ts';
import { engagementSections } from './fields/engagement.ts';
import { workloadFields } from './fields/workloads.ts';
import { questions } from './questions.ts';
import { dimensions, factorToCanonical } from './unit.ts';
import { availabilityOptions } from './vocabulary.ts';

const places: [string, Fields][] = [
  ['the client', questions.answers],
  ['commitments', questions.commitments],
  ['hardware', questions.hardware],
  ...Object.entries(workloadFields),
];
const allQuestions: [string, Field][] = places.flatMap(([place, fields]) =>
  Object.entries(fields).map(([id, field]): [string, Field] => [`${place}: ${id}`, field]),
);

describe('the questions', () => {
  it('are each in one section of the form', () => {
    const inSections = engagementSections.flatMap(({ fields }) => Object.keys(fields));
    expect(inSections.toSorted()).toEqual(Object.keys(questions.answers).toSorted());
    expect(new Set(inSections).size).toBe(inSections.length);
  });

  it.each(places)('of %s have labels that differ', (_place, fields) => {
    const labels = Object.values(fields).map(({ label }) => label);
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([]);
  });

  it('explain themselves in one sentence or a few', () => {
    const mute = allQuestions.filter(
      ([, { help }]) => help.length < 30 || help.length > 200 || !help.endsWith('.'),
    );
    expect(mute.map(([id]) => id)).toEqual([]);
  });

  it('offer a unit of their dimension first, and limits that leave room', () => {
    const wrong = allQuestions.filter(
      ([, field]) =>
        field.kind === 'number' &&
        (factorToCanonical(field.dimension, field.defaultUnit) === undefined ||
          (field.min ?? -Infinity) >= (field.max ?? Infinity)),
    );
    expect(wrong).toEqual([]);
  });

  it('are settled only by questions beside them', () => {
    const strangers = places.flatMap(([place, fields]) =>
      Object.entries(fields).flatMap(([id, { settledBy = [] }]) =>
        settledBy
          .flat()
          .filter((other) => other === id || !Object.hasOwn(fields, other))
          .map((other) => `${place}: ${id} by ${other}`),
      ),
    );
    expect(strangers).toEqual([]);
  });
});

describe('availability', () => {
  it.each(Object.entries(availabilityOptions).filter(([option]) => option !== 'best-effort'))(
    '%s is labelled with the downtime that it allows in a year: %s',
    (option, label) => {
      const allowed = (1 - Number(option) / 100) * 365 * 86_400;
      const units = { day: 86_400, hour: 3_600, minute: 60, second: 1 };
      const said = [...label.matchAll(/(\d+) (day|hour|minute|second)s?/g)].reduce(
        (sum, [, count, unit]) =>
          sum + Number(count) * (Object.entries(units).find(([name]) => name === unit)?.[1] ?? 0),
        0,
      );
      expect(Math.abs(said - allowed) / allowed).toBeLessThan(0.02);
    },
  );
});

describe('units', () => {
  it('have one canonical unit in each dimension, whose factor is 1', () => {
    const wrong = Object.values(dimensions).filter(
      ({ canonical, units }) => Object.entries(units).find(([unit]) => unit === canonical)?.[1] !== 1,
    );
    expect(wrong).toEqual([]);
  });

  it('convert to it', () => {
    expect(factorToCanonical('perDay', 'per-month')).toBeCloseTo(12 / 365);
    expect(factorToCanonical('data', 'GiB')).toBe(2 ** 30 / 1e9);
    expect(factorToCanonical('tokens', 'GB')).toBeUndefined();
    expect(factorToCanonical('tokens', 'constructor')).toBeUndefined();
  });
});
