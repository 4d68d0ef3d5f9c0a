import type { Answer } from '#lib/domain/assessment/answer.ts';

/** Whether two answers say the same, in whatever order their parts are written. */
export function sameAnswer(one: Answer | undefined, other: Answer | undefined): boolean {
  return written(one) === written(other);
}

function written(answer: Answer | undefined): string | undefined {
  if (answer === undefined) return undefined;
  const parts = Object.entries(answer).filter(([, value]) => value !== undefined);
  return JSON.stringify(parts.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
