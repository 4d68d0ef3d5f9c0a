import type { Assessment } from '../assessment/assessment.ts';
import { changeAnswer } from '../assessment/change-answer.ts';
import type { Answer } from '../assessment/answer.ts';
import { questionAt } from '../assessment/questions.ts';
import type { Assumption } from '../catalogue/assumption.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Figure } from '../figure/figure.ts';

/** What an analysis is computed from. */
export type AnalysisInputs = { readonly assessment: Assessment; readonly catalogue: Catalogue };

/**
 * The inputs of an analysis with one of them, a stated or an assumed figure, moved to `value` in the unit of the figure:
 * an answer keeps its basis and a range its relative width, an assumption its relative band. Undefined when the question
 * does not allow such a value, or when the figure is neither an answer nor an assumption.
 */
export function moveInput(inputs: AnalysisInputs, input: Figure, value: number): AnalysisInputs | undefined {
  if (input.kind === 'assumed') return withAssumption(inputs, input.assumption, value);
  if (input.kind !== 'stated') return undefined;
  const { assessment } = inputs;
  const question = questionAt(assessment, input.answer);
  if (question?.answer === undefined || input.value === 0) return undefined;
  const whole = question.field.kind === 'number' && question.field.integer === true;
  const moved = scaled(question.answer, value / input.value, whole);
  const changed = moved && changeAnswer(assessment, input.answer, moved);
  return changed?.ok === true ? { ...inputs, assessment: changed.assessment } : undefined;
}

/** Scaling in the unit of the answer is scaling in the unit of the engine. */
function scaled(answer: Answer, factor: number, whole: boolean): Answer | undefined {
  const times = (amount: number): number => (whole ? Math.round(amount * factor) : amount * factor);
  if (answer.state === 'range') return { ...answer, low: times(answer.low), high: times(answer.high) };
  if (answer.state !== 'value' || typeof answer.value !== 'number') return undefined;
  return { ...answer, value: times(answer.value) };
}

function withAssumption(inputs: AnalysisInputs, id: string, value: number): AnalysisInputs | undefined {
  const { catalogue } = inputs;
  const row = catalogue.assumptions.find((assumption) => assumption.id === id);
  if (row === undefined || row.value === 0) return undefined;
  const factor = value / row.value;
  const moved: Assumption = { ...row, value, p10: row.p10 * factor, p90: row.p90 * factor };
  return {
    ...inputs,
    catalogue: {
      ...catalogue,
      assumptions: catalogue.assumptions.map((assumption) => (assumption === row ? moved : assumption)),
      index: { ...catalogue.index, assumptions: new Map(catalogue.index.assumptions).set(row.id, moved) },
    },
  };
}
