import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { computeBase } from '#lib/domain/analysis/compute-base.ts';
import { type Assessment, assessmentFormat } from '#lib/domain/assessment/assessment.ts';
import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import { ledgerOf } from '#lib/domain/figure/ledger.ts';
import { allowedOffers } from '#lib/domain/options/candidates/allowed-offers.ts';
import { candidateDesigns, type CandidateDesigns } from '#lib/domain/options/candidates/candidate-designs.ts';
import { plainMachines } from '#lib/domain/options/candidates/capabilities.ts';
import { designTerms } from '#lib/domain/options/candidates/design-terms.ts';
import { type CandidateSet, paretoFront } from '#lib/domain/options/front.ts';
import { randomStream } from '#lib/domain/forecast/random-stream.ts';
import { naiveFront } from './naive-front.ts';

const barMs = 300;
const fewestCandidates = 50_000;
const rounds = 9;
/** Spare machines of a design at most, so many that the designs are enough for the bar. */
const mostSpare = 6;

/**
 * Time to enumerate the designs of a need over every region of the catalogue and to find their front, beside the naive way on
 * the same designs; then the front alone on a set made to be hard. True when the real set is below the bar.
 */
export async function benchFront(): Promise<boolean> {
  const catalogue = await readCatalogue();
  const enumerate = enumerationOf(catalogue);
  const times = Array.from({ length: rounds }, () => timed(() => paretoFront(enumerate())));
  const designs = enumerate();
  const { members } = paretoFront(designs);
  const frontAlone = timed(() => paretoFront(designs));
  let exact = 0;
  const naive = timed(() => {
    exact = naiveFront(designs).length;
  });
  const cold = times[0] ?? Number.NaN;
  const median = times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
  process.stdout.write(
    `${designs.size} designs enumerated and their front found: first ${cold.toFixed(0)} ms, median ${median.toFixed(0)} ms (bar ${barMs} ms), of which the front ${frontAlone.toFixed(0)} ms; ` +
      `${members.length} on the front, near-ties merged\nnaive, every design against every other, without the enumeration: ${naive.toFixed(0)} ms; ${exact} on the exact front\n`,
  );
  const hard = conflictingSet(fewestCandidates);
  let hardMembers = 0;
  const hardTime = timed(() => {
    hardMembers = paretoFront(hard).members.length;
  });
  process.stdout.write(
    `${hard.size} random designs of which no objective agrees with another: ${hardTime.toFixed(0)} ms, ${hardMembers} on the front\n`,
  );
  return cold < barMs && median < barMs && designs.size >= fewestCandidates;
}

function enumerationOf(catalogue: Catalogue): () => CandidateDesigns {
  const said = { state: 'value', basis: 'stated', unit: 'items' } as const;
  const workload = {
    id: 'web',
    name: 'Web',
    kind: 'general',
    answers: { vcpus: { ...said, value: 600 } },
  } as const;
  const assessment: Assessment = {
    format: assessmentFormat,
    title: 'Front',
    answers: {},
    workloads: [workload],
    commitments: [],
    hardware: [],
  };
  const ledger = ledgerOf(computeBase(assessment, catalogue).figures);
  const capability = plainMachines({ vcpus: ledger.get('load.web.vcpus') });
  return () =>
    candidateDesigns(
      allowedOffers(assessment, catalogue, workload),
      capability,
      designTerms(catalogue, { mostSpare }),
    );
}

/** Points on a surface where each gain costs something elsewhere: the largest fronts there are. */
function conflictingSet(size: number): CandidateSet {
  const { uniform } = randomStream('conflict');
  const columns = Array.from({ length: 4 }, () => new Float64Array(size));
  for (let at = 0; at < size; at++) {
    const shares = columns.map(() => -Math.log(1 - uniform()));
    const sum = shares.reduce((total, share) => total + share, 0);
    for (const [objective, column] of columns.entries())
      column[at] = Math.exp((4 * (shares[objective] ?? 0)) / sum);
  }
  const [cost, latency, carbon, unavailability] = columns;
  if (cost === undefined || carbon === undefined || unavailability === undefined)
    throw new Error('four objectives');
  return { size, cost, latency, carbon, unavailability };
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
