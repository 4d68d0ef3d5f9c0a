import { fig, type Prose } from '#lib/domain/gate/prose.ts';
import { missingSignature, type Option } from '#lib/domain/options/option.ts';
import { type Facts, type Investigation, joinFacts, nameIn } from '../investigation.ts';
import { choicesOf, type ChosenNeed, monthlyOf } from './choices.ts';
import { designInWords } from './design-in-words.ts';

/** What was not chosen and why: the best of each other kind of service, and the providers like for like. */
export function alternativeFacts(investigation: Investigation): Facts {
  return joinFacts(
    choicesOf(investigation).map((chosen) =>
      joinFacts([otherKinds(chosen), likeForLike(investigation, chosen)]),
    ),
  );
}

function otherKinds({ need, workload, choice }: ChosenNeed): Facts {
  const name = nameIn(workload.name, 'this workload');
  const kinds = Map.groupBy(
    choice.others.filter(({ option }) => option.service !== choice.option.service),
    ({ option }) => option.service,
  );
  return {
    statements: [...kinds.values()].flatMap((rejected) =>
      rejected.slice(0, 1).map(({ option, because }) => ({
        topic: `design of ${need.id}`,
        weight: 5,
        text: `Passed over for ${name}: ${designInWords(option)}; ${decapitalised(because)}`,
      })),
    ),
  };
}

/** Options of the chosen kind with the same parts priced, so that their prices can stand beside each other. */
function likeForLike(investigation: Investigation, { need, workload, choice }: ChosenNeed): Facts {
  const chosen = monthlyOf(investigation, choice.option);
  if (chosen === undefined) return {};
  const others = choice.others.filter(({ option }) => isLike(option, choice.option)).slice(0, 3);
  const prices = others.flatMap(({ option }) => {
    const monthly = monthlyOf(investigation, option);
    return monthly === undefined ? [] : [`${designInWords(option)} at ${fig(monthly)}`];
  });
  if (prices.length === 0) return {};
  return {
    statements: [
      {
        topic: `design of ${need.id}`,
        weight: 3,
        text: `Like for like, with the same parts priced, ${nameIn(workload.name, 'this workload')} could also run on ${new Intl.ListFormat('en', { type: 'disjunction' }).format(prices)}${closing(investigation, choice.option, others)}.`,
      },
    ],
  };
}

function closing(investigation: Investigation, chosen: Option, others: readonly { option: Option }[]): Prose {
  const cost = monthlyOf(investigation, chosen)?.value ?? Number.NaN;
  const cheaper = others.some(
    ({ option }) => (monthlyOf(investigation, option)?.value ?? Number.POSITIVE_INFINITY) < cost,
  );
  return cheaper
    ? '; cheaper is not better here, since what speaks against them is no matter of price'
    : '; none of them is cheaper';
}

function isLike(option: Option, chosen: Option): boolean {
  return (
    option.service === chosen.service &&
    option.design.purchase === chosen.design.purchase &&
    missingSignature(option) === missingSignature(chosen) &&
    !option.proxy
  );
}

function decapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
