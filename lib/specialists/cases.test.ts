import { describe, expect, it } from 'vitest';
import type { Subject } from '#lib/domain/claims/claim.ts';
import { type CaseName, exampleCase, examine, type Examined } from './examine-case.fixture.ts';

function runOf(name: CaseName): Examined {
  return examine(exampleCase(name));
}

function keysOf({ recommendations }: Examined): string[] {
  return recommendations.map(({ key }) => key);
}

function positionsOn({ claims }: Examined, subject: Subject, need: string): string[] {
  return claims
    .filter((claim) => claim.subject === subject && claim.need === need)
    .map(({ position }) => position);
}

/** The ids of the figures that the statements of a run cite. */
function citedIn({ results }: Examined): string[] {
  return results.flatMap(({ findings }) =>
    findings.statements.flatMap(({ text }) =>
      [...text.matchAll(/\{\{fig:([^}]+)\}\}/gu)].map(([, id = '']) => id),
    ),
  );
}

describe('clinical notes: what a good consultant notices', () => {
  it('peaks decide, smaller models first, GDPR for the trial, a second region, operations, a bought model in the own account, the pilot does not scale', () => {
    const run = runOf('clinical-notes');
    expect(citedIn(run)).toContain('load.notes.peak-requests-per-second');
    expect(positionsOn(run, 'model-size', 'notes')).toEqual(['smaller-first']);
    expect(positionsOn(run, 'rules-in-scope', 'whole')).toEqual(['wider']);
    expect(run.claims.find(({ subject }) => subject === 'rules-in-scope')?.evidence).toContainEqual({
      kind: 'answer',
      answer: 'answers.dataSubjectsIn',
    });
    expect(positionsOn(run, 'regions', 'notes')).toContain('two-regions');
    expect(positionsOn(run, 'serving-location', 'notes')).toContain('token-api');
    expect(citedIn(run)).toContain('cto.notes.pilot-for-all');
    expect(keysOf(run)).toEqual(
      expect.arrayContaining([
        'notes/test-smaller-model',
        'notes/two-regions',
        'notes/do-not-extend-pilot',
        'notes/model-in-own-account',
        'whole/operations-cover',
        'whole/business-associate-agreement',
      ]),
    );
  });

  it('the pilot extended to every physician costs more than the whole budget of the first year', () => {
    const { ledger } = runOf('clinical-notes');
    const extended = ledger.get('cto.notes.pilot-for-all')?.value ?? 0;
    expect(extended).toBeCloseTo((31_000 / 60) * 2_100, 0);
    expect(extended).toBeGreaterThan(ledger.get('answer.answers.budgetFirstYear')?.value ?? Number.NaN);
  });

  it('cost and availability disagree on the regions, and both are kept', () => {
    const run = runOf('clinical-notes');
    const dissent = run.dissents.find(({ subject, need }) => subject === 'regions' && need === 'notes');
    expect(dissent?.claims.length).toBeGreaterThanOrEqual(2);
  });
});

describe('support assistant: what a good consultant notices', () => {
  it('buy by the token, isolate tenants, hold the renewal, scope the audit, a UK home, evaluate before launch', () => {
    const run = runOf('support-saas');
    expect(new Set(positionsOn(run, 'build-or-buy', 'assistant'))).toEqual(new Set(['buy']));
    expect(citedIn(run)).toContain('load.assistant.break-even-requests-per-month');
    expect(positionsOn(run, 'first-step', 'knowledge')).toContain('security');
    expect(positionsOn(run, 'commitment', 'whole')).toContain('none-yet');
    expect(positionsOn(run, 'budget', 'whole')).toHaveLength(1);
    expect(positionsOn(run, 'regions', 'assistant')).toContain('two-regions');
    expect(keysOf(run)).toEqual(
      expect.arrayContaining([
        'knowledge/tenant-isolation',
        'whole/renew-after-sizing-google-cloud',
        'whole/audit-scope',
        'whole/regional-data',
        'assistant/evaluate-before-launch',
        'assistant/no-training-on-data',
      ]),
    );
  });

  it('is not told to run GPUs', () => {
    const run = runOf('support-saas');
    expect(keysOf(run).filter((key) => key.includes('/gpu-cloud/'))).toEqual([]);
    expect(positionsOn(run, 'platform', 'whole')).toEqual(['managed']);
  });
});

describe('fraud at a bank: what a good consultant notices', () => {
  it('credit scoring is high-risk and fraud detection is not', () => {
    const run = runOf('fraud-bank');
    expect(positionsOn(run, 'rules-in-scope', 'credit-scoring')).toEqual(['wider']);
    expect(positionsOn(run, 'rules-in-scope', 'card-fraud')).toEqual(['as-stated']);
    expect(keysOf(run)).toContain('credit-scoring/high-risk-duties');
    expect(keysOf(run)).not.toContain('card-fraud/high-risk-duties');
  });

  it('the unused commitment, processors near the switch, both regions active, the exit plan, keys, the claim of a benefit', () => {
    const run = runOf('fraud-bank');
    expect(citedIn(run)).toContain('commitment.aws.unused.monthly');
    expect(citedIn(run)).toContain('infrastructure.card-fraud.peak-over-mean');
    expect(positionsOn(run, 'serving-location', 'card-fraud')).toContain('cpu-cloud');
    expect(positionsOn(run, 'regions', 'card-fraud')).toContain('active-active');
    expect(positionsOn(run, 'commitment', 'whole')).toContain('use-existing');
    expect(positionsOn(run, 'first-step', 'whole')).toEqual(['measure']);
    expect(keysOf(run)).toEqual(
      expect.arrayContaining([
        'whole/fill-commitment-aws',
        'whole/exit-plan',
        'whole/own-keys',
        'whole/measure-benefit',
        'card-fraud/decide-near-switch',
        'card-fraud/active-active',
      ]),
    );
  });

  it('the benefit stays a claim: no figure of ours calls it a saving', () => {
    const run = runOf('fraud-bank');
    const share = run.ledger.get('cto.share-that-pays');
    expect(share?.kind).toBe('computed');
    expect(
      run.results.flatMap(({ findings }) => findings.figures).some(({ label }) => /saving/iu.test(label)),
    ).toBe(false);
  });

  it('room in the commitment and the way out of it disagree, and both are kept', () => {
    const run = runOf('fraud-bank');
    expect(run.dissents.some(({ subject, need }) => subject === 'commitment' && need === 'whole')).toBe(true);
  });
});

describe('a lab that trains its own model: what a good consultant notices', () => {
  it('GPU hours against the deadline, power of the room, delivery, Japan, checkpoints, carbon, a small service', () => {
    const run = runOf('foundation-lab');
    const cited = citedIn(run);
    expect(
      cited.some((id) => id.startsWith('size.pre-training.own-hardware') && id.endsWith('.gpu-hours')),
    ).toBe(true);
    expect(cited).toContain('size.hardware.h100.free-power');
    expect(cited).toContain('load.pre-training.checkpoint');
    expect(cited).toContain('answer.workloads.researchers.activeUsers');
    expect(cited.some((id) => id.startsWith('carbon.pre-training.'))).toBe(true);
    expect(positionsOn(run, 'deadline', 'pre-training')).toEqual(['cannot-tell']);
    expect(positionsOn(run, 'first-step', 'pre-training')).toEqual(['data']);
    expect(positionsOn(run, 'first-step', 'whole')).toEqual(['capacity']);
    expect(positionsOn(run, 'platform', 'whole')).toEqual(['existing-scheduler']);
    expect(run.questions.map(({ answer }) => answer)).toContain('hardware.h100.availableIn');
    expect(keysOf(run)).toEqual(
      expect.arrayContaining([
        'pre-training/data-bound-to-place',
        'pre-training/hedge-delivery',
        'pre-training/grow-in-steps',
        'whole/room-of-h100',
        'whole/price-carbon-in',
      ]),
    );
  });

  it('possession and delivery disagree on the machines, and both are kept', () => {
    const run = runOf('foundation-lab');
    expect(
      run.dissents.some(({ subject, need }) => subject === 'serving-location' && need === 'pre-training'),
    ).toBe(true);
  });
});

describe('a city with many ideas: what a good consultant notices', () => {
  it('fewer uses first, security first, the archive is spread, classes differ, no cluster, two budgets', () => {
    const run = runOf('city-public');
    expect(positionsOn(run, 'scope', 'whole')).toEqual(['fewer-first']);
    expect(new Set(positionsOn(run, 'first-step', 'whole'))).toEqual(new Set(['security']));
    expect(positionsOn(run, 'platform', 'whole')).toEqual(['single-node']);
    expect(citedIn(run)).toEqual(
      expect.arrayContaining([
        'answer.answers.budgetRunning',
        'answer.answers.budgetThisYear',
        'whole.cheapest.quarterly',
      ]),
    );
    expect(keysOf(run)).toEqual(
      expect.arrayContaining([
        'whole/start-with-fewer',
        'whole/close-penetration-test',
        'whole/close-data-inventory',
        'archive-recognition/spread-batch',
        'permits/settle-ai-act-class',
        'potholes/settle-ai-act-class',
        'citizen-chat/disclose-machine',
        'whole/decide-before-renewal',
      ]),
    );
    expect(keysOf(run)).not.toContain('minutes/settle-ai-act-class');
  });

  it('a node of their own and a bought model disagree, and both are kept', () => {
    const run = runOf('city-public');
    expect(
      run.dissents.some(({ subject, need }) => subject === 'serving-location' && need === 'citizen-chat'),
    ).toBe(true);
  });
});
