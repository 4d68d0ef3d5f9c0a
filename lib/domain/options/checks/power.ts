import { fig } from '../../gate/prose.ts';
import type { NeedContext, OptionDraft } from '../draft.ts';
import type { Check } from '../option.ts';
import { within } from './performance.ts';

/** Whether the room can feed own machines at full draw; undefined for rented ones. */
export function powerCheck({ engine }: NeedContext, draft: OptionDraft): Check | undefined {
  if (draft.service !== 'own-hardware') return undefined;
  const room = engine.assessment.hardware
    .map(({ id }) => ({
      limit: engine.ledger.get(`answer.hardware.${id}.roomPowerLimit`),
      free: engine.ledger.get(`size.hardware.${id}.free-power`),
    }))
    .find(({ limit }) => limit !== undefined);
  const draw = engine.ledger.get(`size.${draft.id}.most-power`);
  const limit = room?.free ?? room?.limit;
  if (limit === undefined || draw === undefined)
    return {
      constraint: 'power',
      verdict: 'cannot-tell',
      because: 'What the room can supply and cool, or what the machines draw, is not known.',
    };
  return {
    constraint: 'power',
    verdict: within(draw, limit),
    because: `The machines draw up to ${fig(draw)}; the room has ${fig(limit)}.`,
  };
}
