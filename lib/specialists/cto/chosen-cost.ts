import type { Figure } from '#lib/domain/figure/figure.ts';
import { chooseOption } from '#lib/domain/options/choose-option.ts';
import type { Option } from '#lib/domain/options/option.ts';
import type { Investigation } from '../investigation.ts';

/** What the chosen designs of all needs cost together, in US dollars. */
export type ChosenCost = {
  /** Per year with the people who run them, before what commitments already paid cover. */
  yearly?: Figure | undefined;
  once?: Figure | undefined;
  firstYear?: Figure | undefined;
};

/**
 * The cost of the chosen designs: `cto.chosen.yearly`, `.once` and `.first-year`, each absent when no design has such a
 * part. Commitments are left out of it: each design alone would be covered in full, and all together are not.
 */
export function chosenCost(investigation: Investigation): ChosenCost {
  const { ledger } = investigation;
  const options = chosenOptions(investigation);
  const monthly = options
    .flatMap(({ parts }) => parts)
    .flatMap((part) =>
      part.monthly === undefined || part.key === 'commitment' ? [] : (ledger.get(part.monthly) ?? []),
    );
  const paidOnce = options.flatMap(({ once }) => (once === undefined ? [] : (ledger.get(once) ?? [])));
  const perMonth = summed(
    investigation,
    'monthly',
    'Running cost of the chosen designs, people included',
    'usd-per-month',
    monthly,
  );
  const yearly = perMonth && yearOf(investigation, perMonth);
  const once = summed(investigation, 'once', 'What the chosen designs cost once', 'usd', paidOnce);
  const firstYear = summed(
    investigation,
    'first-year',
    'Cost of the chosen designs over the first year, people included',
    'usd',
    [yearly, once].filter((figure) => figure !== undefined),
  );
  return { yearly, once, firstYear };
}

function chosenOptions({ assessment, ledger, needs }: Investigation): Option[] {
  const held = ledger.ledger();
  return needs.flatMap((need) => chooseOption(need, { ledger: held, assessment })?.option ?? []);
}

function summed(
  { ledger }: Investigation,
  id: string,
  label: string,
  unit: 'usd' | 'usd-per-month',
  parts: readonly Figure[],
): Figure | undefined {
  if (parts.length === 0) return undefined;
  const described = { id: `cto.chosen.${id}`, label, unit };
  return ledger.get(described.id) ?? ledger.compute(described, 'sum', parts);
}

function yearOf({ ledger }: Investigation, perMonth: Figure): Figure {
  const described = {
    id: 'cto.chosen.yearly',
    label: 'Running cost of the chosen designs per year, people included',
    unit: 'usd-per-year',
  } as const;
  return ledger.get(described.id) ?? ledger.compute(described, 'year-of-months', { perMonth });
}
