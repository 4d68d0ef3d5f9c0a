import { firstYearCost } from '#lib/domain/options/choose-option.ts';
import type { Ledger } from '#lib/domain/figure/ledger.ts';
import { type Constraint, missingSignature, type Option, type Verdict } from '#lib/domain/options/option.ts';

/**
 * The option that is at least as good as each option in everything that is compared and better in something, by id; an
 * option that none beats is on the front and absent. Compared are the cost of the first year, the emissions and each
 * constraint of the client. Costs that lack different parts are not compared, emissions nobody can tell neither, and a price by
 * ratio beats no price of its own.
 */
export function dominatedBy(options: readonly Option[], ledger: Ledger): ReadonlyMap<string, Option> {
  const beaten = new Map<string, Option>();
  for (const option of options) {
    const better = options.find((other) => other !== option && dominates(other, option, ledger));
    if (better !== undefined) beaten.set(option.id, better);
  }
  return beaten;
}

/** Kilograms of CO2e per month, or of the whole work where it is one-off; undefined when they cannot be told. */
export function emissionsOf({ id }: Option, ledger: Ledger): number | undefined {
  return (ledger.get(`carbon.${id}.monthly`) ?? ledger.get(`carbon.${id}.once`))?.value;
}

function dominates(a: Option, b: Option, ledger: Ledger): boolean {
  if (missingSignature(a) !== missingSignature(b) || (a.proxy && !b.proxy)) return false;
  const gains = [
    gain(firstYearCost(a, ledger), firstYearCost(b, ledger)),
    gain(emissionsOf(a, ledger), emissionsOf(b, ledger)),
    ...constraintsOf([a, b]).map((constraint) => verdictOf(a, constraint) - verdictOf(b, constraint)),
  ];
  return gains.every((won) => won >= 0) && gains.some((won) => won > 0);
}

/** How much less the first is, not a number when only one of them is known: such a pair is not compared. */
function gain(a: number | undefined, b: number | undefined): number {
  if (a === undefined && b === undefined) return 0;
  return a === undefined || b === undefined ? Number.NaN : b - a;
}

function constraintsOf(options: readonly Option[]): Constraint[] {
  return [...new Set(options.flatMap(({ checks }) => checks.map(({ constraint }) => constraint)))];
}

const worth = { met: 2, 'cannot-tell': 1, 'not-met': 0 } as const satisfies Record<Verdict, number>;

function verdictOf({ checks }: Option, constraint: Constraint): number {
  const verdict = checks.find((check) => check.constraint === constraint)?.verdict ?? 'cannot-tell';
  return worth[verdict];
}
