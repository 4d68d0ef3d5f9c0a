import { readValue } from '../../assessment/read-answer.ts';
import { redundancyAsked } from '../../costing/machine-parts.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import { fig } from '../../gate/prose.ts';
import type { NeedContext, OptionDraft } from '../draft.ts';
import type { Check, Verdict } from '../option.ts';

/** People needed to take turns on call without anybody being on call more than every third week. */
const onCallRota = 3;

/** Whether the people whom the client has can run this design; undefined when nothing was said about the team. */
export function teamCheck({ engine, workload }: NeedContext, draft: OptionDraft): Check | undefined {
  const { answers } = engine.assessment;
  const platform = engine.ledger.get('answer.answers.platformEngineers');
  const ml = engine.ledger.get('answer.answers.mlEngineers');
  const developers = engine.ledger.get('answer.answers.developers');
  const known = [platform, ml, developers].filter((figure) => figure !== undefined);
  if (draft.service === 'token-api') {
    if (known.length === 0) return undefined;
    const able = known.some(({ value }) => value > 0);
    return able
      ? check('met', 'It is an integration; software or platform engineers can build and keep it.')
      : check('not-met', 'Nobody is there to build and keep the integration.');
  }
  const operatesModel = draft.service === 'gpu-cloud' || draft.service === 'own-hardware';
  if (operatesModel && readValue(answers.willRunGpus) === false)
    return check('not-met', 'The client does not want to operate GPUs itself.');
  if (platform === undefined)
    return known.length === 0
      ? undefined
      : check('cannot-tell', 'How many platform engineers there are is not said.');
  if (!operatesModel) {
    return platform.value > 0
      ? check('met', `Plain machines: ${fig(platform)} platform engineers can run them.`)
      : check('not-met', 'There is no platform engineer.');
  }
  const needed = assumed(engine, 'people.selfhost-fte');
  if (platform.value < needed.value)
    return check(
      'not-met',
      `Operating a model takes ${fig(needed)}; there are ${fig(platform)} platform engineers.`,
    );
  const asked = redundancyAsked(workload);
  if ((asked === 'spare-machine' || asked === 'second-region') && platform.value < onCallRota)
    return check(
      'not-met',
      `The stated availability needs people on call in turns; ${fig(platform)} platform engineers beside their other work are too few.`,
    );
  const kubernetes = readValue(answers.kubernetes);
  if (kubernetes === 'none' || kubernetes === 'some')
    return check(
      'cannot-tell',
      `There are ${fig(platform)} platform engineers with little practice in running clusters.`,
    );
  return check(
    'met',
    `Operating a model takes ${fig(needed)}; there are ${fig(platform)} platform engineers.`,
  );
}

function check(verdict: Verdict, because: string): Check {
  return { constraint: 'team', verdict, because };
}
