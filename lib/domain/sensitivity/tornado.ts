import { leavesOf } from '../figure/explain.ts';
import type { Figure, FigureId } from '../figure/figure.ts';
import { figureOf, type Ledger } from '../figure/ledger.ts';
import { figureFunction } from './figure-function.ts';

/** One input moved alone: the figure when the input is at its p10 and at its p90, and how far apart that drives it. */
export type TornadoBar = { input: Figure; atP10: number; atP90: number; swing: number };

/** `notComputable`: inputs at one end of which the formulas give no number. All values are in the unit of the figure. */
export type Tornado = { figure: Figure; bars: TornadoBar[]; notComputable: FigureId[] };

/**
 * What moves a figure most: every input with a band that it rests on, moved alone to its p10 and its p90 while all else
 * keeps its base case, the widest swing first (one-at-a-time sensitivity, Howard, 1988). Choices of the design are made
 * again, and inputs that are known exactly are left out. Throws `internal` for a figure that the ledger does not have.
 */
export function tornado(ledger: Ledger, id: FigureId): Tornado {
  const figure = figureOf(ledger, id);
  const bars: TornadoBar[] = [];
  const notComputable: FigureId[] = [];
  for (const input of leavesOf(ledger, id)) {
    if (input.band === undefined) continue;
    const valueAt = figureFunction(ledger, id, [input.id]);
    const [atP10, atP90] = [valueAt([input.band.p10]), valueAt([input.band.p90])];
    const ends = [atP10, figure.value, atP90];
    if (ends.every(Number.isFinite))
      bars.push({ input, atP10, atP90, swing: Math.max(...ends) - Math.min(...ends) });
    else notComputable.push(input.id);
  }
  return {
    figure,
    bars: bars.toSorted((a, b) => b.swing - a.swing || (a.input.id < b.input.id ? -1 : 1)),
    notComputable,
  };
}
