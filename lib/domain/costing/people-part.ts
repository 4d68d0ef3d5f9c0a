import { readValue } from '../assessment/read-answer.ts';
import type { AssumptionId } from '../catalogue/assumption.ts';
import { assumed } from '../figure/leaves/assumed.ts';
import type { NeedContext, OptionDraft, PartDraft } from '../options/draft.ts';
import type { ServiceKind } from '../options/option.ts';

/** Own people who operate a model service, at the cost of the country where the client is; none for plain machines and for work that ends. */
export function peopleParts({ engine }: NeedContext, draft: OptionDraft): PartDraft[] {
  const fte = fteOf[draft.service];
  if (fte === undefined || draft.facts.gpuHours !== undefined) return [];
  const described = {
    id: `cost.${draft.id}.people.monthly`,
    label: 'Own people to operate it',
    unit: 'usd-per-month',
  } as const;
  const people = assumed(engine, fte);
  const usdPerPersonMonth = assumed(engine, 'people.engineer-usd-per-month');
  const multiplier = multiplierOf(readValue(engine.assessment.answers.countries) ?? []);
  const monthly =
    multiplier === undefined
      ? engine.ledger.compute(described, 'people-per-month', { people, usdPerPersonMonth })
      : engine.ledger.compute(described, 'people-per-month-in-region', {
          people,
          usdPerPersonMonth,
          regionMultiplier: assumed(engine, multiplier),
        });
  return [{ key: 'people', label: described.label, monthly }];
}

const fteOf: Partial<Record<ServiceKind, AssumptionId>> = {
  'token-api': 'people.api-fte',
  'gpu-cloud': 'people.selfhost-fte',
  'own-hardware': 'people.selfhost-fte',
  'cpu-cloud': 'people.selfhost-fte',
};

/** By the first country named; undefined for the United States and where no multiplier is known. */
function multiplierOf([first]: readonly string[]): AssumptionId | undefined {
  if (first === 'uk') return 'people.region-multiplier-gb';
  if (first === 'jp') return 'people.region-multiplier-jp';
  return first !== undefined && euCountries.includes(first) ? 'people.region-multiplier-eu' : undefined;
}

const euCountries = ['eu', 'de', 'es', 'fr', 'ie', 'it', 'nl'];
