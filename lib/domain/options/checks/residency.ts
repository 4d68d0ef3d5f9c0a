import { readValue } from '../../assessment/read-answer.ts';
import { region as regionOf } from '../../catalogue/region-lookup.ts';
import { id } from '../../gate/prose.ts';
import type { NeedContext, OptionDraft } from '../draft.ts';
import type { Check, Verdict } from '../option.ts';
import { liesIn } from '../places.ts';

/** Whether the region of a design is where the data must stay. Where a token API processes is in no price list. */
export function residencyCheck({ engine, residency }: NeedContext, draft: OptionDraft): Check {
  if (draft.service === 'own-hardware' || draft.service === 'edge-devices')
    return check('met', "The machines stand in the client's own rooms.");
  const ownAccounts = readValue(engine.assessment.answers.ownAccountsRequired) === true;
  if (ownAccounts && draft.service === 'token-api' && draft.cloud === undefined)
    return check(
      'not-met',
      `Data must stay in the client's own accounts, and the service of ${id(draft.design.provider)} is not one of them.`,
    );
  const { region: code } = draft.design;
  const region =
    draft.cloud && code !== undefined ? regionOf(engine.catalogue, draft.cloud, code) : undefined;
  if (draft.service !== 'token-api' && region === undefined)
    return check(
      'cannot-tell',
      `Where ${id(draft.design.provider)} runs these machines is not in the catalogue.`,
    );
  if (draft.service === 'token-api' || region === undefined)
    return check(
      'cannot-tell',
      `The price list of ${id(draft.design.provider)} does not say in which region prompts are processed; a contract or a regional deployment must.`,
    );
  if (residency.length === 0)
    return check(
      'cannot-tell',
      `Where data must stay is not said; this is priced in ${id(region.region)} (${region.country}).`,
    );
  const where = `${id(region.region)} (${region.country})`;
  return residency.some((place) => liesIn(region, place))
    ? check('met', `It runs in ${where}. That settles the place, not whose law the operator is under.`)
    : check('not-met', `It runs in ${where}.`);
}

function check(verdict: Verdict, because: string): Check {
  return { constraint: 'residency', verdict, because };
}
