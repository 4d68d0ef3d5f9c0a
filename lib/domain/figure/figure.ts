import type { AnswerPath } from '../assessment/assessment.ts';
import type { FormulaId } from '../formulas.ts';
import type { FigureUnit } from './unit.ts';

/** A path, unique in its run: `cost.<option>.<part>.monthly`. */
export type FigureId = string;
export type IsoDate = string;
export type AssumptionId = string;

/** The middle 80 % of what the figure may be: joint sampling over everything it rests on. */
export type Band = { p10: number; p90: number };

type Base = { id: FigureId; label: string; unit: FigureUnit; value: number; band?: Band | undefined };

/** What the client answered, converted to the engine's unit. */
export type StatedFigure = Base & { kind: 'stated'; answer: AnswerPath };

/** A price or a measurement out of the catalogue. `asOf` is absent when the source does not date the row. */
export type CatalogueFigure = Base & {
  kind: 'listed' | 'measured';
  row: string;
  asOf?: IsoDate | undefined;
  source: string;
};

/** A row of the assumption table. */
export type AssumedFigure = Base & { kind: 'assumed'; assumption: AssumptionId };

/** A formula over other figures of the ledger; the graph has no cycle. */
export type ComputedFigure = Base & { kind: 'computed'; formula: FormulaId; inputs: FigureId[] };

/** A number with its pedigree. `value` is the base case, so totals add; bands do not. */
export type Figure = StatedFigure | CatalogueFigure | AssumedFigure | ComputedFigure;
export type FigureKind = Figure['kind'];
