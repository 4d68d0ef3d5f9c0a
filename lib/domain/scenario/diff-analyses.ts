import type { Figure, FigureId } from '../figure/figure.ts';
import { type Ledger, ledgerOf } from '../figure/ledger.ts';
import { chooseOption } from '../options/choose-option.ts';
import type { NeedId, OptionId } from '../options/option.ts';
import type { Analysed } from './scenario.ts';

/** A figure of one id with two values; `relativeChange` is 0.1 for ten per cent more and absent where it was zero. */
export type MovedFigure = {
  id: FigureId;
  before: Figure;
  after: Figure;
  relativeChange?: number | undefined;
};

/** The option chosen for a need is another one; absent where the need is not there or has no option. */
export type FlippedChoice = { need: NeedId; before?: OptionId | undefined; after?: OptionId | undefined };

/** Figures by how far they moved, the furthest first; `appeared` and `disappeared` in the order of their ledgers. */
export type AnalysisDiff = {
  moved: MovedFigure[];
  appeared: Figure[];
  disappeared: Figure[];
  flipped: FlippedChoice[];
};

/** What differs between two analyses: which figures moved, came and went, and which choice flipped for which need. */
export function diffAnalyses(before: Analysed, after: Analysed): AnalysisDiff {
  const [old, young] = [ledgerOf(before.analysis.figures), ledgerOf(after.analysis.figures)];
  return {
    moved: movedFigures(old, young),
    appeared: after.analysis.figures.filter(({ id }) => !old.has(id)),
    disappeared: before.analysis.figures.filter(({ id }) => !young.has(id)),
    flipped: flippedChoices(choicesOf(before, old), choicesOf(after, young)),
  };
}

/** Nothing moved, came, went or flipped. */
export function isEmptyDiff({ moved, appeared, disappeared, flipped }: AnalysisDiff): boolean {
  return [moved, appeared, disappeared, flipped].every(({ length }) => length === 0);
}

/** The chosen option of every need that has one. */
export function choicesOf({ assessment, analysis }: Analysed, ledger: Ledger): Map<NeedId, OptionId> {
  return new Map(
    analysis.needs.flatMap((need) => {
      const choice = chooseOption(need, { ledger, assessment });
      return choice === undefined ? [] : [[need.id, choice.option.id] as const];
    }),
  );
}

/** Twelve significant digits, as the hash of a ledger has them: below that a difference is rounding. */
const sameTo = 1e-12;

function movedFigures(old: Ledger, young: Ledger): MovedFigure[] {
  const moved = [...old.values()].flatMap((before): MovedFigure[] => {
    const after = young.get(before.id);
    if (after === undefined || !differs(before, after)) return [];
    const relativeChange =
      before.value === 0 ? undefined : (after.value - before.value) / Math.abs(before.value);
    return [{ id: before.id, before, after, relativeChange }];
  });
  const distance = ({ relativeChange }: MovedFigure): number => Math.abs(relativeChange ?? Number.MAX_VALUE);
  return moved.toSorted((a, b) => distance(b) - distance(a) || (a.id < b.id ? -1 : 1));
}

/** Another value, another band or another unit: an amount in another currency is another amount. */
function differs(before: Figure, after: Figure): boolean {
  return (
    before.unit !== after.unit ||
    isApart(before.value, after.value) ||
    isApart(before.band?.p10 ?? before.value, after.band?.p10 ?? after.value) ||
    isApart(before.band?.p90 ?? before.value, after.band?.p90 ?? after.value)
  );
}

function isApart(a: number, b: number): boolean {
  return Math.abs(a - b) > sameTo * Math.max(Math.abs(a), Math.abs(b));
}

function flippedChoices(
  before: ReadonlyMap<NeedId, OptionId>,
  after: ReadonlyMap<NeedId, OptionId>,
): FlippedChoice[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((need) => ({ need, before: before.get(need), after: after.get(need) }))
    .filter((choice) => choice.before !== choice.after);
}
