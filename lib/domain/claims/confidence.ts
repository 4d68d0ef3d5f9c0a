import { answerAt } from '../assessment/describe-answer.ts';
import type { Assessment } from '../assessment/assessment.ts';
import type { Basis } from '../assessment/answer.ts';
import type { Figure } from '../figure/figure.ts';
import { figureOf, foundationsOf, type Ledger } from '../figure/ledger.ts';
import type { Confidence, Evidence } from './claim.ts';

/** How much an answer of each basis is worth as evidence. The order matters, the values are our judgement (decision 006). */
const worthOfBasis: Readonly<Record<Basis, number>> = { measured: 1, stated: 0.85, believed: 0.5 };
/** A control of a published framework is certain to exist; that it is the right one is a judgement. */
const worthOfControl = 0.9;
/** No single piece of evidence carries a claim further than this. */
const reachOfOne = 0.7;

/**
 * Confidence in what rests on the evidence: 1 − Π(1 − 0.7 × worth), times the share of the questions it needs that the
 * client has answered. More or better evidence never lowers it; an open question does.
 */
export function confidenceIn(
  evidence: readonly Evidence[],
  assessment: Assessment,
  ledger: Ledger,
): Confidence {
  const open = evidence.filter((item) => isOpen(item, assessment));
  const held = evidence.filter((item) => !isOpen(item, assessment));
  const doubt = held.reduce((left, item) => left * (1 - reachOfOne * worthOf(item, assessment, ledger)), 1);
  const answered = evidence.length === 0 ? 0 : held.length / evidence.length;
  return { value: (1 - doubt) * answered, because: reasons(held, open.length, ledger) };
}

/** A question without an answer, whether it is named as such or not. A figure is never open, however wide its band. */
function isOpen(item: Evidence, assessment: Assessment): boolean {
  if (item.kind === 'unanswered') return true;
  if (item.kind !== 'answer') return false;
  const answer = answerAt(assessment, item.answer);
  return answer === undefined || !('basis' in answer);
}

function worthOf(item: Evidence, assessment: Assessment, ledger: Ledger): number {
  switch (item.kind) {
    case 'answer': {
      const answer = answerAt(assessment, item.answer);
      return answer !== undefined && 'basis' in answer ? worthOfBasis[answer.basis] : 0;
    }
    case 'figure':
      return worthOfFigure(figureOf(ledger, item.figure));
    case 'control':
      return worthOfControl;
    case 'unanswered':
      return 0;
  }
}

/** 1 for an exact figure, falling with the width of its band relative to its value. */
function worthOfFigure(figure: Figure): number {
  if (figure.band === undefined) return 1;
  const width = figure.band.p90 - figure.band.p10;
  return Math.abs(figure.value) / (Math.abs(figure.value) + width);
}

function reasons(held: readonly Evidence[], open: number, ledger: Ledger): string[] {
  const figures = held.filter((item) => item.kind === 'figure').map((item) => figureOf(ledger, item.figure));
  const assumed = figures.filter((figure) => restsOnAssumption(figure, ledger)).length;
  const answers = held.filter((item) => item.kind === 'answer').length;
  const controls = held.filter((item) => item.kind === 'control').length;
  return [
    counted(answers, 'answer', 'of the client'),
    counted(
      figures.length,
      'figure',
      assumed > 0 ? `of which ${assumed} rest on assumptions` : 'none of which rests on an assumption',
    ),
    counted(controls, 'control', 'of published frameworks'),
    counted(open, 'open question', 'that would settle it'),
  ].filter((reason) => reason !== undefined);
}

function restsOnAssumption(figure: Figure, ledger: Ledger): boolean {
  return (
    figure.kind === 'assumed' ||
    [...foundationsOf(ledger, figure.id)].some((id) => figureOf(ledger, id).kind === 'assumed')
  );
}

function counted(count: number, noun: string, tail: string): string | undefined {
  return count === 0 ? undefined : `${count} ${noun}${count === 1 ? '' : 's'} ${tail}`;
}
