import type { Figure, FigureId } from '../../figure/figure.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import type { Engine } from '../../figure/leaves/engine.ts';
import type { FigureUnit } from '../../figure/unit.ts';
import type { Option } from '../../options/option.ts';

/** What an option costs a month: whatever the volume, per request, and per machine. Shares of the bill are in each. */
export type CostSplit = { fixed: Figure; perRequest: Figure; perMachine?: Figure | undefined };

type Terms = { prefix: string; requestsPerMonth: Figure };

/** Splits a token API: tokens and traffic grow with the volume, people and storage do not. */
export function splitTokenApi(
  engine: Engine,
  option: Option,
  { prefix, requestsPerMonth }: Terms,
): CostSplit {
  const parts = partsOf(engine, option);
  return {
    fixed: monthly(engine, `${prefix}.fixed`, 'Tokens: cost at any volume', parts(fixedKeys), option),
    perRequest: perUnit(engine, `${prefix}.per-request`, 'Tokens: cost of a request', {
      whole: monthly(
        engine,
        `${prefix}.per-volume`,
        'Tokens: cost that grows with the volume',
        parts(volumeKeys),
        option,
      ),
      units: requestsPerMonth,
    }),
  };
}

/**
 * Splits machines: those for the load come in whole numbers; a spare one is there at any volume, a second region grows with
 * the first.
 */
export function splitMachines(
  engine: Engine,
  option: Option,
  machinesForLoad: Figure,
  { prefix, requestsPerMonth }: Terms,
): CostSplit {
  const { ledger } = engine;
  const parts = partsOf(engine, option);
  const all = ledger.get(option.design.machines ?? '') ?? machinesForLoad;
  const secondRegion = ledger.get(`size.${option.id}.machines-in-second-region`) !== undefined;
  const counted = parts(secondRegion ? [...machineKeys, 'redundancy'] : machineKeys);
  const isOwn = option.service === 'own-hardware';
  const perMachine = perUnit(engine, `${prefix}.per-machine`, 'Machines: cost of one', {
    whole: monthly(engine, `${prefix}.all-machines`, 'Machines: cost of those for the load', counted, option),
    units: isOwn ? all : machinesForLoad,
  });
  const fixed = parts(secondRegion ? fixedKeys : [...fixedKeys, 'redundancy']);
  const known = monthly(engine, `${prefix}.fixed`, 'Machines: cost at any volume', fixed, option);
  return {
    fixed:
      isOwn && all !== machinesForLoad
        ? withOwnSpare(engine, prefix, known, perMachine, all, machinesForLoad)
        : known,
    perRequest: perUnit(engine, `${prefix}.per-request`, 'Machines: cost of a request beside them', {
      whole: monthly(
        engine,
        `${prefix}.per-volume`,
        'Machines: cost that grows with the volume',
        parts(volumeKeys),
        option,
      ),
      units: requestsPerMonth,
    }),
    perMachine,
  };
}

const volumeKeys = ['tokens-in', 'tokens-out', 'egress'];
const machineKeys = ['compute', 'power', 'maintenance', 'depreciation'];
const fixedKeys = ['storage', 'people'];
/** Parts that no cloud bills, so that no support plan takes a share of them. */
const unbilledKeys = ['people', 'power', 'maintenance', 'depreciation'];

type Part = { key: string; monthly: Figure };

function partsOf({ ledger }: Engine, { parts }: Option): (keys: readonly string[]) => Part[] {
  return (keys) =>
    parts.flatMap(({ key, monthly: id }) => {
      const figure = id === undefined ? undefined : ledger.get(id);
      return figure === undefined || !keys.includes(key) ? [] : [{ key, monthly: figure }];
    });
}

/** The sum of parts, with support and observability on what the cloud bills, as in the option itself. */
function monthly(
  engine: Engine,
  id: FigureId,
  label: string,
  parts: readonly Part[],
  { parts: ofOption }: Option,
): Figure {
  const { ledger } = engine;
  const named = (suffix: string) => ({ id: `${id}${suffix}`, label, unit: 'usd-per-month' as const });
  const isShared = ofOption.some(({ key }) => key === 'support');
  const billed = isShared ? parts.filter(({ key }) => !unbilledKeys.includes(key)) : [];
  if (billed.length === 0)
    return ledger.compute(
      named(''),
      'sum',
      parts.map((part) => part.monthly),
    );
  const bill = ledger.compute(
    named('.billed'),
    'sum',
    billed.map((part) => part.monthly),
  );
  const withShares = ledger.compute(named('.billed-with-shares'), 'with-shares-of-bill', {
    bill,
    supportShare: assumed(engine, 'support.cloud-share'),
    observabilityShare: assumed(engine, 'observability.cloud-share'),
  });
  const others = parts.filter((part) => !billed.includes(part)).map((part) => part.monthly);
  return ledger.compute(named(''), 'sum', [withShares, ...others]);
}

function perUnit(
  { ledger }: Engine,
  id: FigureId,
  label: string,
  { whole, units }: { whole: Figure; units: Figure },
): Figure {
  const unit: FigureUnit = 'usd';
  return ledger.compute({ id, label, unit }, 'quotient', { amount: whole, divisor: units });
}

/** Own machines cost alike, the spare one included. */
function withOwnSpare(
  { ledger }: Engine,
  prefix: string,
  fixed: Figure,
  perMachine: Figure,
  all: Figure,
  forLoad: Figure,
): Figure {
  const spare = ledger.compute(
    { id: `${prefix}.spare-machines`, label: 'Spare machines', unit: 'machines' },
    'difference',
    { whole: all, part: forLoad },
  );
  const cost = ledger.compute(
    { id: `${prefix}.spare`, label: 'Spare machines: cost', unit: 'usd-per-month' },
    'product',
    { amount: perMachine, factor: spare },
  );
  return ledger.compute(
    { id: `${prefix}.fixed-with-spare`, label: fixed.label, unit: 'usd-per-month' },
    'sum',
    [fixed, cost],
  );
}
