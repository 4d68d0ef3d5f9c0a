import { formulas } from '../formulas.ts';
import type { FigureId } from '../figure/figure.ts';
import type { Formula } from '../figure/formula.ts';
import { figureOf, type Ledger } from '../figure/ledger.ts';

/** The value of a figure when each variable has the value at its place; not a finite number where its formulas have none. */
export type FigureFunction = (values: ArrayLike<number>) => number;

/**
 * The figure `target` as a function of other figures of its ledger: everything between is computed again by the same
 * formulas, all else stays. A variable that the target does not rest on changes nothing.
 *
 * `decisions` tells whether choices of the design, such as a number of GPUs, are made again for the new values (what a
 * client would do) or kept (what the bands of the ledger do). Throws `internal` for ids that the ledger does not have.
 */
export function figureFunction(
  ledger: Ledger,
  target: FigureId,
  variables: readonly FigureId[],
  { decisions = 'made-again' }: { decisions?: 'made-again' | 'kept' } = {},
): FigureFunction {
  const slots = new Map<FigureId, number>();
  const slotOf = (id: FigureId): number => {
    const slot = slots.get(id) ?? slots.size;
    slots.set(id, slot);
    return slot;
  };
  const variableSlots = variables.map((id) => slotOf(figureOf(ledger, id).id));
  const steps = stepsBetween(ledger, target, new Set(variables), decisions === 'kept').map(
    ({ id, formula, inputs }) => ({
      formula,
      result: slotOf(id),
      inputs: inputs.map(slotOf),
      args: inputs.map(() => Number.NaN),
    }),
  );
  const targetSlot = slotOf(figureOf(ledger, target).id);
  const current = Float64Array.from(slots.keys(), (id) => figureOf(ledger, id).value);
  return (values) => {
    for (const [at, slot] of variableSlots.entries()) current[slot] = values[at] ?? Number.NaN;
    for (const { formula, result, inputs, args } of steps) {
      for (const [at, slot] of inputs.entries()) args[at] = current[slot] ?? Number.NaN;
      current[result] = formula.evaluate(...args);
    }
    return current[targetSlot] ?? Number.NaN;
  };
}

type Step = { id: FigureId; formula: Formula; inputs: readonly FigureId[] };

/** The computed figures that lie between the variables and the target, each after everything that it rests on. */
function stepsBetween(
  ledger: Ledger,
  target: FigureId,
  variables: ReadonlySet<FigureId>,
  keepDecisions: boolean,
): Step[] {
  const steps: Step[] = [];
  const moves = new Map<FigureId, boolean>();
  const visit = (id: FigureId): boolean => {
    const known = moves.get(id);
    if (known !== undefined) return known;
    const figure = figureOf(ledger, id);
    let moved = variables.has(id);
    if (!moved && figure.kind === 'computed') {
      const formula: Formula = formulas[figure.formula];
      const inputMoved = figure.inputs.map(visit).includes(true);
      moved = inputMoved && !(keepDecisions && formula.decision === true);
      if (moved) steps.push({ id, formula, inputs: figure.inputs });
    }
    moves.set(id, moved);
    return moved;
  };
  visit(target);
  return steps;
}
