import { allAnswers } from '#lib/domain/assessment/describe-answer.ts';
import { currencies } from '#lib/domain/assessment/unit.ts';
import { fig } from '#lib/domain/gate/prose.ts';
import { type Facts, type Investigation } from '../investigation.ts';

/** Money stated in several currencies: what they are compared by, and who carries the difference. */
export function currencyFacts({ assessment, ledger }: Investigation): Facts {
  const used = new Set(
    allAnswers(assessment).flatMap(({ answer }) => ('currency' in answer ? [answer.currency] : [])),
  );
  const rates = currencies.flatMap((currency) =>
    used.has(currency) ? (ledger.get(`assumption.fx.${currency.toLowerCase()}-usd`) ?? []) : [],
  );
  if (used.size < 2 || rates.length === 0) return {};
  return {
    statements: [
      {
        topic: 'budget',
        weight: 5,
        text: `Contracts and budgets are in several currencies (${[...used].toSorted().join(', ')}); they are compared at ${new Intl.ListFormat('en').format(rates.map(fig))}, and a move of the rate moves the room in the budget although nothing is bought.`,
      },
    ],
  };
}
