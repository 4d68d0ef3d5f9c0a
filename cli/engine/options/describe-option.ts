import type { FigureId } from '#lib/domain/figure/figure.ts';
import { figureOf, type Ledger } from '#lib/domain/figure/ledger.ts';
import type { Prose } from '#lib/domain/gate/prose.ts';
import { firstYearCost } from '#lib/domain/options/choose-option.ts';
import type { Option } from '#lib/domain/options/option.ts';

type Beside = { ledger: Ledger; say: (prose: Prose) => string; beatenBy: Option | undefined };

/** One option with its figures written out: US dollars and kilograms of CO2e with their 80 % bands; null is unknown. */
export function describeOption(option: Option, { ledger, say, beatenBy }: Beside) {
  const { id, service, title, design, missing, checks, proxy } = option;
  const { machines, ...place } = design;
  return {
    id,
    service,
    title,
    design: { ...place, machines: machines === undefined ? null : figureOf(ledger, machines).value },
    usd_per_month: amount(option.monthly, ledger),
    usd_per_year: amount(option.yearly, ledger),
    usd_once: amount(option.once, ledger),
    usd_first_year: firstYearCost(option, ledger) ?? null,
    kg_co2e_per_month: emissions(`carbon.${id}.monthly`, ledger),
    kg_co2e_once: emissions(`carbon.${id}.once`, ledger),
    missing,
    checks: checks.map(({ constraint, verdict, because }) => ({
      constraint,
      verdict,
      because: say(because),
    })),
    proxy,
    front: beatenBy === undefined,
    dominated_by: beatenBy?.id ?? null,
  };
}

function amount(figure: FigureId | undefined, ledger: Ledger) {
  if (figure === undefined) return null;
  const { value, band } = figureOf(ledger, figure);
  return band === undefined ? { value } : { value, ...band };
}

function emissions(figure: FigureId, ledger: Ledger) {
  return ledger.has(figure) ? amount(figure, ledger) : null;
}
