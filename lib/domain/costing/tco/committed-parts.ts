import type { Figure, FigureId } from '../../figure/figure.ts';
import type { LedgerBuilder } from '../../figure/ledger-builder.ts';
import type { Option } from '../../options/option.ts';
import type { Outlook } from './outlook.ts';
import { replayer } from './replay.ts';

/**
 * What committed machines cost in a month, in place of today's parts: once committed they are paid for the whole term, so a
 * month costs at least the dearest of the term before it. Empty for other purchases and where nothing changes.
 */
export function committedParts(
  ledger: LedgerBuilder,
  { id: option, design, parts }: Option,
  outlook: Outlook,
  longest: number,
): (month: number) => Map<FigureId, Figure> {
  const term = termOf[design.purchase];
  const machines = parts.flatMap(({ key, monthly }) =>
    monthly !== undefined && (key === 'compute' || key === 'redundancy') ? (ledger.get(monthly) ?? []) : [],
  );
  if (term === undefined) return () => new Map();
  const replays = Array.from({ length: longest }, (_, at) =>
    replayer(ledger, outlook.replacedIn(at + 1), (id) => `tco.${option}.${at + 1}.as-needed.${id}`),
  );
  const asNeeded = machines.map((today) => ({ today, months: replays.map((replay) => replay(today)) }));
  return (month) =>
    new Map(
      asNeeded.flatMap(({ today, months }): [FigureId, Figure][] => {
        const window = months.slice(Math.max(0, month - term), month);
        if (window.every((figure) => figure === today)) return [];
        const { id, label } = today;
        const bound = ledger.compute(
          { id: `tco.${option}.${month}.${id}`, label: `${label}, as committed`, unit: 'usd-per-month' },
          'largest',
          window,
        );
        return [[id, bound]];
      }),
    );
}

const termOf: Partial<Record<Option['design']['purchase'], number>> = { '1y': 12, '3y': 36 };
