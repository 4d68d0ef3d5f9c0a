import type { Answer, MoneyAnswer, NumberAnswer } from '../../assessment/answer.ts';
import type { Workload, WorkloadKind } from '../../assessment/assessment.ts';
import type { Fields } from '../../assessment/field.ts';
import { commitmentFields } from '../../assessment/fields/commitment.ts';
import { engagementFields } from '../../assessment/fields/engagement.ts';
import { hardwareFields } from '../../assessment/fields/hardware.ts';
import { workloadFields } from '../../assessment/fields/workloads.ts';
import type { Figure } from '../../figure/figure.ts';
import { answeredMoney, answeredNumber } from '../../figure/leaves/answered.ts';
import type { Engine } from '../../figure/leaves/engine.ts';

/** Writes every number that the client gave as a stated figure `answer.<path>`. */
export function stateAnswers(engine: Engine): void {
  const { assessment } = engine;
  stateEach(engine, 'answers', engagementFields, assessment.answers);
  for (const { id, kind, answers } of assessment.workloads)
    stateEach(engine, `workloads.${id}`, workloadFields[kind], answers);
  for (const { id, answers } of assessment.commitments)
    stateEach(engine, `commitments.${id}`, commitmentFields, answers);
  for (const { id, answers } of assessment.hardware)
    stateEach(engine, `hardware.${id}`, hardwareFields, answers);
}

/** The figure of a workload's answer; undefined when the client gave no number. */
export function answerOf<K extends WorkloadKind>(
  engine: Engine,
  workload: Extract<Workload, { kind: K }>,
  field: keyof (typeof workloadFields)[K] & string,
): Figure | undefined {
  return engine.ledger.get(`answer.workloads.${workload.id}.${field}`);
}

/** As `answerOf`, but a stated zero counts as no answer: nothing can be divided by it. */
export function positiveAnswerOf<K extends WorkloadKind>(
  engine: Engine,
  workload: Extract<Workload, { kind: K }>,
  field: keyof (typeof workloadFields)[K] & string,
): Figure | undefined {
  const figure = answerOf(engine, workload, field);
  return figure !== undefined && figure.value > 0 ? figure : undefined;
}

function stateEach(
  engine: Engine,
  prefix: string,
  fields: Fields,
  answers: Readonly<Record<string, Answer | undefined>>,
): void {
  for (const [id, field] of Object.entries(fields)) {
    const answer = answers[id];
    if (answer === undefined) continue;
    const path = `${prefix}.${id}`;
    if (field.kind === 'number' && isNumber(answer)) answeredNumber(engine, path, field, answer);
    if (field.kind === 'money' && isMoney(answer)) answeredMoney(engine, path, field.label, answer);
  }
}

function isNumber(answer: Answer): answer is NumberAnswer {
  return 'unit' in answer;
}

function isMoney(answer: Answer): answer is MoneyAnswer {
  return 'currency' in answer;
}
