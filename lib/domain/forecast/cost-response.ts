import type { Figure } from '../figure/figure.ts';
import { figureOf, type Ledger } from '../figure/ledger.ts';
import { figureFunction } from '../sensitivity/figure-function.ts';
import type { CostDrivers } from './drivers.ts';

/** The cost when load, kept data and machine prices are these multiples of today's, in the unit of the cost. */
export type CostResponse = (load: number, storage: number, machinePrices: number) => number;

/** The lowest and the highest multiple of today that will be asked for; both positive, 1 between them. */
export type Reach = { lowest: number; highest: number };

/**
 * How a cost of the ledger answers to its drivers: the design is kept, and its size, with every whole machine, is decided
 * again by the same formulas as the ledger. Exact, and as dear as the formulas between.
 */
export function costResponse(
  ledger: Ledger,
  cost: Figure,
  { load, storage, machinePrices }: CostDrivers,
): CostResponse {
  const ids = [...load, ...storage, ...machinePrices];
  const today = ids.map((id) => figureOf(ledger, id).value);
  const valueAt = figureFunction(ledger, cost.id, ids);
  const scaled = new Float64Array(ids.length);
  const pricesFrom = load.length + storage.length;
  return (loadFactor, storageFactor, priceFactor) => {
    for (const [at, value] of today.entries()) {
      const others = at < pricesFrom ? storageFactor : priceFactor;
      scaled[at] = value * (at < load.length ? loadFactor : others);
    }
    return valueAt(scaled);
  };
}

/** Intervals of the table between the lowest and the highest load, and between the extreme prices. */
const loadIntervals = 96;
const priceIntervals = 8;

/** The cost at a load, as a function of machine prices; both relative to today's. */
export type CostTable = (load: number) => (machinePrices: number) => number;

/**
 * The cost over load and machine prices at one multiple of the kept data, read from a table and interpolated between its
 * points: hundreds of thousands of simulated months cannot each go through the formulas. Exact at today's load and price;
 * loads are spaced evenly in the logarithm, prices evenly, since costs are linear in them but for what a commitment covers.
 */
export function tabulatedCost(
  response: CostResponse,
  storageFactor: number,
  { load, price }: { load: Reach; price: Reach },
): CostTable {
  const loads = axisAround({ at: 0, from: Math.log(load.lowest), to: Math.log(load.highest) }, loadIntervals);
  const prices = axisAround({ at: 1, from: price.lowest, to: price.highest }, priceIntervals);
  const width = prices.points.length;
  const table = Float64Array.from({ length: loads.points.length * width }, (_, cell) =>
    response(
      Math.exp(loads.points[Math.floor(cell / width)] ?? 0),
      storageFactor,
      prices.points[cell % width] ?? 1,
    ),
  );
  return (loadFactor) => {
    const row = loads.place(Math.log(loadFactor));
    const upper = Math.floor(row) * width;
    const lower = Math.ceil(row) * width;
    const ofRow = Float64Array.from({ length: width }, (_, column) => {
      const at = table[upper + column] ?? Number.NaN;
      return at + (row % 1) * ((table[lower + column] ?? Number.NaN) - at);
    });
    return (priceFactor) => {
      const column = prices.place(priceFactor);
      const left = Math.floor(column);
      const at = ofRow[left] ?? Number.NaN;
      return left === column ? at : at + (column - left) * ((ofRow[left + 1] ?? Number.NaN) - at);
    };
  };
}

type Axis = { points: number[]; place: (value: number) => number };

/** Even points from below `from` to above `to`, one of them `at`; that one alone where nothing moves. */
function axisAround({ at, from, to }: { at: number; from: number; to: number }, intervals: number): Axis {
  const step = (to - from) / intervals;
  if (!(step > 1e-12)) return { points: [at], place: () => 0 };
  const before = Math.ceil((at - from) / step - 1e-9);
  const after = Math.ceil((to - at) / step - 1e-9);
  const points = Array.from({ length: before + after + 1 }, (_, place) => at + (place - before) * step);
  return {
    points,
    place: (value) => Math.min(before + after, Math.max(0, before + (value - at) / step)),
  };
}
