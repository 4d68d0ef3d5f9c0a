import { computeBase } from '../analysis/compute-base.ts';
import type { FigureId } from '../figure/figure.ts';
import { figureOf, ledgerOf } from '../figure/ledger.ts';
import { chooseOption } from '../options/choose-option.ts';
import type { NeedId, OptionId } from '../options/option.ts';
import { type AnalysisInputs, moveInput } from './move-input.ts';
import { plausibleRange } from './plausible-range.ts';

/** From `at` on, away from the base case, `option` is chosen. `at` is in the unit of the input. */
export type Flip = { side: 'below' | 'above'; at: number; option: OptionId };

/**
 * `flips` holds the flip nearest to the base case on each side that has one, the nearer of both first. `searched` is what
 * was tried, in the unit of the input; a side that the question does not allow is shorter than the plausible range.
 */
export type FlipThreshold = {
  input: FigureId;
  chosen: OptionId;
  searched: { from: number; to: number };
} & ({ verdict: 'flips'; flips: Flip[] } | { verdict: 'does-not-flip' });

/** Points tried on each side of the base case before halving; a flip and its way back between two of them goes unseen. */
const pointsPerSide = 8;
/** Halvings of the interval that holds a flip: to a few thousandths of it. */
const halvings = 8;

/**
 * The value of one input at which the recommendation for a need changes, with the need computed again at each point, so it
 * need not be monotone. Searched is `given`, around the base case and in the unit of the input, else from the 1st to the
 * 99th percentile of the input. Undefined when the need has no option, and without `given` for an input that has no band;
 * only answers and assumptions can be moved, nothing of the others is searched. Throws `internal` for an input that the
 * ledger does not have.
 */
export function flipThreshold(
  inputs: AnalysisInputs,
  needId: NeedId,
  inputId: FigureId,
  given?: { from: number; to: number },
): FlipThreshold | undefined {
  const { figures } = computeBase(inputs.assessment, inputs.catalogue);
  const input = figureOf(ledgerOf(figures), inputId);
  const chosen = chosenFor(inputs, needId);
  const plausible = plausibleRange(input);
  const range = given ?? (plausible && { from: plausible.p1, to: plausible.p99 });
  if (chosen === undefined || range === undefined) return undefined;
  const chosenAt = (value: number): Tried | undefined => {
    const moved = moveInput(inputs, input, value);
    return moved && { value, option: chosenFor(moved, needId) };
  };
  const start = { value: input.value, option: chosen };
  const below = searchSide(chosenAt, start, range.from);
  const above = searchSide(chosenAt, start, range.to);
  const flips = [
    below.flip && { side: 'below' as const, ...below.flip },
    above.flip && { side: 'above' as const, ...above.flip },
  ]
    .filter((flip) => flip !== undefined)
    .toSorted((a, b) => Math.abs(a.at - input.value) - Math.abs(b.at - input.value));
  const found = { input: inputId, chosen, searched: { from: below.end, to: above.end } };
  return flips.length === 0 ? { ...found, verdict: 'does-not-flip' } : { ...found, verdict: 'flips', flips };
}

type Tried = { value: number; option: OptionId | undefined };
type Side = { end: number; flip?: { at: number; option: OptionId } };

/** What is chosen for a need rests on no other need, so the others are not computed again at every point. */
function chosenFor({ assessment, catalogue }: AnalysisInputs, needId: NeedId): OptionId | undefined {
  const workloads = assessment.workloads.filter(({ id }) => id === needId);
  const { needs, figures } = computeBase({ ...assessment, workloads }, catalogue);
  const [need] = needs;
  return need && chooseOption(need, { ledger: ledgerOf(figures), assessment })?.option.id;
}

/** Walks from the base case to `end` and halves the first step over which the choice changes to another option. */
function searchSide(
  chosenAt: (value: number) => Tried | undefined,
  start: { value: number; option: OptionId },
  end: number,
): Side {
  let last: Tried = start;
  for (let point = 1; point <= pointsPerSide; point++) {
    const tried = chosenAt(between(start.value, end, point / pointsPerSide));
    if (tried === undefined) break;
    if (tried.option !== undefined && tried.option !== start.option)
      return {
        end: tried.value,
        flip: halve(chosenAt, start.option, last, { ...tried, option: tried.option }),
      };
    last = tried;
  }
  return { end: last.value };
}

function halve(
  chosenAt: (value: number) => Tried | undefined,
  chosen: OptionId,
  before: Tried,
  after: { value: number; option: OptionId },
): { at: number; option: OptionId } {
  let same = before.value;
  let flipped = after;
  for (let halving = 0; halving < halvings; halving++) {
    const tried = chosenAt(between(same, flipped.value, 0.5));
    if (tried?.option === undefined || tried.option === chosen)
      same = tried?.value ?? between(same, flipped.value, 0.5);
    else flipped = { value: tried.value, option: tried.option };
  }
  return { at: flipped.value, option: flipped.option };
}

/** Even steps in the logarithm where both ends are positive, since loads and prices vary by factors; else even steps. */
function between(from: number, to: number, share: number): number {
  return from > 0 && to > 0 ? from * (to / from) ** share : from + (to - from) * share;
}
