import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import { answerAt, fieldAt } from '#lib/domain/assessment/describe-answer.ts';
import { control } from '#lib/domain/catalogue/control-lookup.ts';
import { frameworkIds } from '#lib/domain/catalogue/control.ts';
import type { Evidence } from '#lib/domain/claims/claim.ts';
import { formatFigure } from '#lib/domain/figure/format.ts';
import { figureOf } from '#lib/domain/figure/ledger.ts';
import { passGate } from '#lib/domain/gate/pass-gate.ts';
import type { Inline } from '#lib/domain/gate/prose.ts';
import { createAnalyst } from '#lib/llm/analyst.ts';
import { writeBrief } from '#lib/llm/write-brief.ts';
import { anyAssessment } from './any-assessment.fixture.ts';
import {
  caseNames,
  catalogue,
  exampleCase,
  examine,
  type CaseName,
  type Examined,
  proseOf,
} from './examine-case.fixture.ts';

const examined = new Map<CaseName, Examined>();
beforeAll(() => {
  for (const name of caseNames) examined.set(name, examine(exampleCase(name)));
});

function of(name: CaseName): Examined {
  const found = examined.get(name);
  if (found === undefined) throw new Error(`${name} was not examined.`);
  return found;
}

function shown({ ledger }: Examined, inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (inline.kind === 'figure' ? formatFigure(figureOf(ledger, inline.figure)) : inline.text))
    .join('');
}

describe.each(caseNames)('the specialists on %s', (name) => {
  it('write briefs from which the gate takes nothing', async () => {
    const run = of(name);
    for (const { findings } of run.results) {
      const { paragraphs } = await writeBrief(createAnalyst(), {
        instructions: '',
        statements: findings.statements,
      });
      expect(paragraphs.length).toBeGreaterThan(0);
      expect(paragraphs.flatMap((paragraph) => passGate(paragraph, run.gate).removals)).toEqual([]);
    }
  });

  it('write claims, recommendations and reasons from which the gate takes nothing', () => {
    const run = of(name);
    const removals = run.results.flatMap(({ findings }) =>
      proseOf(findings).flatMap((prose) => passGate(prose, run.gate).removals),
    );
    expect(removals).toEqual([]);
  });

  it('share no sentence with each other', () => {
    const run = of(name);
    const said = run.results.flatMap(({ findings }) => [
      ...new Set(
        findings.statements.flatMap(({ text }) => text.split(/(?<=\.) /u).map((sentence) => sentence.trim())),
      ),
    ]);
    expect(said.filter((sentence, index) => said.indexOf(sentence) !== index)).toEqual([]);
  });

  it('repeat no sentence within a brief', () => {
    for (const { findings } of of(name).results) {
      const texts = findings.statements.map(({ text }) => text);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it('propose each thing once, under a key that names its need', () => {
    const run = of(name);
    const needs = [...run.base.needs.map(({ id }) => id), 'whole'];
    for (const { findings } of run.results) {
      const keys = findings.recommendations.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const draft of findings.recommendations) {
        expect(needs).toContain(draft.need);
        expect(draft.key.startsWith(`${draft.need}/`)).toBe(true);
      }
    }
  });

  it('rest every claim and recommendation on evidence that exists', () => {
    const run = of(name);
    const exists = (item: Evidence): boolean => {
      switch (item.kind) {
        case 'figure':
          return run.ledger.has(item.figure);
        case 'answer':
          return answerAt(run.assessment, item.answer) !== undefined;
        case 'unanswered':
          return fieldAt(run.assessment, item.answer) !== undefined;
        case 'control':
          return frameworkIds.some(
            (id) => id === item.framework && control(catalogue, id, item.control) !== undefined,
          );
      }
    };
    for (const { evidence } of [...run.claims, ...run.recommendations]) {
      expect(evidence.length).toBeGreaterThan(0);
      expect(evidence.filter((item) => !exists(item))).toEqual([]);
    }
  });

  it('add figures under their own name or as money of the client', () => {
    for (const { name: author, findings } of of(name).results)
      for (const { id } of findings.figures)
        expect(id).toMatch(new RegExp(`^(${author}\\.|money\\.|assumption\\.fx\\.)`, 'u'));
  });

  it('find the same from the same', () => {
    const again = examine(exampleCase(name));
    expect(JSON.stringify(again.results)).toBe(JSON.stringify(of(name).results));
    expect(JSON.stringify(again.recommendations)).toBe(JSON.stringify(of(name).recommendations));
  });

  it('give confidence between nothing and certainty, and not the same to all', () => {
    const values = of(name).claims.map(({ confidence }) => confidence.value);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(1);
    expect(new Set(values).size).toBeGreaterThan(2);
  });
});

describe('unlike clients', () => {
  const pairs = caseNames.flatMap((a, index) => caseNames.slice(index + 1).map((b) => [a, b] as const));

  it.each(pairs)('%s and %s get unlike recommendations', (a, b) => {
    const keysOf = (name: CaseName) => of(name).recommendations.map(({ key }) => key);
    const shared = keysOf(a).filter((key) => keysOf(b).includes(key));
    expect(shared.length).toBeLessThanOrEqual(3);
    expect(keysOf(a).slice(0, 3)).not.toEqual(keysOf(b).slice(0, 3));
  });

  it.each(pairs)('%s and %s read hardly a sentence in common', (a, b) => {
    const sentencesOf = (name: CaseName) =>
      of(name).results.flatMap(({ findings }) =>
        findings.statements.map(({ text }) => shown(of(name), passGate(text, of(name).gate).inlines)),
      );
    const shared = sentencesOf(a).filter((sentence) => sentencesOf(b).includes(sentence));
    expect(shared.length).toBeLessThanOrEqual(1);
  });
});

describe('an assessment with a title and nothing else', () => {
  const empty: Assessment = {
    format: 'infra-mind/assessment@1',
    title: 'A talk to come',
    answers: {},
    workloads: [],
    commitments: [],
    hardware: [],
  };

  it('gets no figure, no claim and no recommendation, and is asked what is missing', () => {
    const run = examine(empty);
    expect(run.results.flatMap(({ findings }) => findings.figures)).toEqual([]);
    expect(run.claims).toEqual([]);
    expect(run.recommendations).toEqual([]);
    expect(run.questions.map(({ answer }) => answer)).toContain('answers.goals');
    expect(run.questions.map(({ answer }) => answer)).toContain('answers.frameworks');
  });
});

describe('names that the consultant chose', () => {
  it.each(['7', 'two {{fig:whole.cheapest.monthly}}', '<b>bold</b>', 'Two of 3'])(
    'called %s, a workload costs no sentence of the brief',
    (name) => {
      const assessment = exampleCase('support-saas');
      const run = examine({
        ...assessment,
        workloads: assessment.workloads.map((workload) => ({ ...workload, name })),
      });
      const removals = run.results.flatMap(({ findings }) =>
        findings.statements.flatMap(({ text }) => passGate(text, run.gate).removals),
      );
      expect(removals).toEqual([]);
    },
  );
});

describe('any client', () => {
  it('gets prose from which the gate takes nothing, without repetition and with evidence', () => {
    fc.assert(
      fc.property(anyAssessment, (assessment) => {
        const run = examine(assessment);
        for (const { findings } of run.results) {
          const texts = findings.statements.map(({ text }) => text);
          expect(new Set(texts).size).toBe(texts.length);
          const own = [
            ...texts,
            ...findings.claims.map(({ statement }) => statement),
            ...findings.recommendations.flatMap(({ title, summary, steps }) => [title, summary, ...steps]),
          ];
          expect(own.flatMap((prose) => passGate(prose, run.gate).removals)).toEqual([]);
          const keys = findings.recommendations.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          for (const { evidence } of [...findings.claims, ...findings.recommendations])
            expect(evidence.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 40 },
    );
  }, 30_000);
});
