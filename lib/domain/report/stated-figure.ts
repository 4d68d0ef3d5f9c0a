import type { AnswerPath } from '../assessment/assessment.ts';
import type { Figure } from '../figure/figure.ts';
import type { Ledger } from '../figure/ledger.ts';

/** The figure that holds an answer as the client gave it; undefined when the analysis has none. */
export function statedFigure(ledger: Ledger, path: AnswerPath): Figure | undefined {
  return ledger.values().find((figure) => figure.kind === 'stated' && figure.answer === path);
}
