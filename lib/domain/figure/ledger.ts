import { createHash } from 'node:crypto';
import { AppError } from '../../errors.ts';
import type { Figure, FigureId } from './figure.ts';

/** All figures of a run, by id. */
export type Ledger = ReadonlyMap<FigureId, Figure>;

/** The figure of that id. Throws `internal` when there is none: ids in a run always come from its own ledger. */
export function figureOf(ledger: Ledger, id: FigureId): Figure {
  const figure = ledger.get(id);
  if (figure === undefined) throw new AppError('internal', `The ledger has no figure ${id}.`);
  return figure;
}

/** A ledger over a list of figures. Throws `internal` on two figures of one id. */
export function ledgerOf(figures: Iterable<Figure>): Ledger {
  const ledger = new Map<FigureId, Figure>();
  for (const figure of figures) {
    if (ledger.has(figure.id)) throw new AppError('internal', `Two figures are called ${figure.id}.`);
    ledger.set(figure.id, figure);
  }
  return ledger;
}

/** The ids of everything that a figure rests on, directly or through others, itself left out. */
export function foundationsOf(ledger: Ledger, id: FigureId): Set<FigureId> {
  const found = new Set<FigureId>();
  const visit = (at: FigureId): void => {
    const figure = figureOf(ledger, at);
    if (figure.kind !== 'computed') return;
    for (const input of figure.inputs) {
      if (found.has(input)) continue;
      found.add(input);
      visit(input);
    }
  };
  visit(id);
  return found;
}

/**
 * SHA-256 of the ledger: figures by id, keys sorted, numbers to 12 significant digits. It holds no run id and no clock,
 * so the same answers, catalogue and engine give the same hash anywhere.
 */
export function hashLedger(ledger: Ledger): string {
  const figures = [...ledger.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return createHash('sha256').update(canonicalJson(figures)).digest('hex');
}

/** JSON with sorted keys, absent values left out and numbers rounded to 12 significant digits. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) => {
    if (typeof held === 'number') return Number(held.toPrecision(12));
    if (held === null || typeof held !== 'object' || Array.isArray(held)) return held;
    return Object.fromEntries(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
