import type { Figure, FigureId } from '../../figure/figure.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import type { Engine } from '../../figure/leaves/engine.ts';
import type { FigureUnit } from '../../figure/unit.ts';

export type CommitmentTerm = '1y' | '3y';

/** Machines that are needed for some hours of a month. */
export type Level = { key: string; machines: Figure; hours: Figure };

/**
 * Figures of one plan. `monthly` is what committed machines and those on demand beside them cost, `onDemandOnly` what renting
 * every machine only while it is needed does, and `saving` their difference; `unused` is paid for hours in which committed
 * machines stand idle, and is part of `monthly`. `repaidAfter`: months on demand that cost as much as the whole term; absent
 * when nothing is committed.
 */
export type CommitmentPlan = {
  term: CommitmentTerm;
  committed: FigureId;
  monthly: FigureId;
  onDemandOnly: FigureId;
  saving: FigureId;
  unused: FigureId;
  repaidAfter?: FigureId | undefined;
};

/** A function that writes the plan of a term under `<prefix>.<term>.*`. Levels come with the most machines first. */
export function planWriter(
  engine: Engine,
  prefix: string,
  levels: readonly Level[],
  usdPerHourOnDemand: Figure,
): (term: CommitmentTerm, usdPerHourCommitted: Figure) => CommitmentPlan {
  const { ledger } = engine;
  const hoursPerMonth = assumed(engine, 'month.hours');
  const named = <U extends FigureUnit>(key: string, label: string, unit: U) => ({
    id: `${prefix}.${key}`,
    label,
    unit,
  });
  const costOf = (key: string, label: string, machineHours: readonly Figure[], usdPerHour: Figure) =>
    ledger.compute(named(key, label, 'usd-per-month'), 'product', {
      amount: ledger.compute(
        named(`${key}-hours`, `${label}: hours`, 'hours-per-month'),
        'sum',
        machineHours,
      ),
      factor: usdPerHour,
    });
  const onDemandOnly = costOf(
    'on-demand-only',
    'Every machine on demand while it is needed',
    levels.map(({ key, machines, hours }) =>
      ledger.compute(named(`${key}.machine-hours`, 'Machine hours', 'hours-per-month'), 'product', {
        amount: machines,
        factor: hours,
      }),
    ),
    usdPerHourOnDemand,
  );
  const hoursNeeded = levels.map(({ key }, at) => {
    const hours = levels.slice(0, at + 1).map((level) => level.hours);
    const label = 'Hours in which that many machines are needed';
    return ledger.compute(named(`${key}.needed-hours`, label, 'hours-per-month'), 'sum', hours);
  });
  return (term, usdPerHourCommitted) => {
    const worth = levels.map(({ key, machines }, at) =>
      ledger.compute(
        named(`${term}.${key}.worth`, 'Machines worth committing', 'machines'),
        'machines-worth-committing',
        {
          machines,
          hoursNeeded: hoursNeeded[at] ?? hoursPerMonth,
          hoursPerMonth,
          usdPerHourCommitted,
          usdPerHourOnDemand,
        },
      ),
    );
    const committed = ledger.compute(
      named(`${term}.committed`, 'Machines to commit', 'machines'),
      'largest',
      worth,
    );
    const committedCost = ledger.compute(
      named(`${term}.committed.monthly`, 'Committed machines, used or not', 'usd-per-month'),
      'machines-per-month',
      { usdPerHour: usdPerHourCommitted, hoursPerMonth, machines: committed },
    );
    const hoursOf = (what: 'beyond' | 'unused', label: string) =>
      levels.map(({ key, machines, hours }) =>
        ledger.compute(named(`${term}.${key}.${what}`, label, 'hours-per-month'), `machine-hours-${what}`, {
          machines,
          committed,
          hours,
        }),
      );
    const beyond = costOf(
      `${term}.beyond`,
      'Machines on demand beside the committed ones',
      hoursOf('beyond', 'Machine hours on demand'),
      usdPerHourOnDemand,
    );
    const unused = costOf(
      `${term}.unused`,
      'Paid for committed machines that stand idle',
      hoursOf('unused', 'Idle hours of committed machines'),
      usdPerHourCommitted,
    );
    const monthly = ledger.compute(
      named(`${term}.monthly`, 'Committed machines and those beside them', 'usd-per-month'),
      'sum',
      [committedCost, beyond],
    );
    const saving = ledger.compute(
      named(`${term}.saving`, 'Saved by the commitment', 'usd-per-month'),
      'difference',
      { whole: onDemandOnly, part: monthly },
    );
    return {
      term,
      committed: committed.id,
      monthly: monthly.id,
      onDemandOnly: onDemandOnly.id,
      saving: saving.id,
      unused: unused.id,
      repaidAfter: committed.value === 0 ? undefined : repaidAfter(term, committedCost, beyond).id,
    };
  };

  function repaidAfter(term: CommitmentTerm, committedPerMonth: Figure, beyond: Figure): Figure {
    const onDemandPerMonth = ledger.compute(
      named(`${term}.replaced`, 'The same machines on demand', 'usd-per-month'),
      'difference',
      { whole: onDemandOnly, part: beyond },
    );
    return ledger.compute(
      named(`${term}.repaid-after`, 'Months on demand that cost as much as the term', 'months'),
      term === '1y' ? 'months-that-repay-1y' : 'months-that-repay-3y',
      { committedPerMonth, onDemandPerMonth },
    );
  }
}
