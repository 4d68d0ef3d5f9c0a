import { readValue } from '../assessment/read-answer.ts';
import { type Cloud, clouds } from '../catalogue/prices.ts';
import type { Figure } from '../figure/figure.ts';
import type { Engine } from '../figure/leaves/engine.ts';
import { usdPerMonth } from './money.ts';

/**
 * What of the client's commitments is paid for and not used, `commitment.<cloud>.unused.monthly`, per cloud. A commitment
 * without amount or use is left out: how much of it is free is unknown.
 */
export function unusedCommitments(engine: Engine): Map<Cloud, Figure> {
  const perCloud = new Map<Cloud, Figure[]>();
  for (const { id, answers } of engine.assessment.commitments) {
    const provider = readValue(answers.provider);
    const cloud = clouds.find((known) => known === provider);
    const committed = usdPerMonth(engine, `commitments.${id}.amount`, answers.amount);
    const usedPercent = engine.ledger.get(`answer.commitments.${id}.used`);
    if (cloud === undefined || committed === undefined || usedPercent === undefined) continue;
    const unused = engine.ledger.compute(
      {
        id: `commitment.${id}.unused.monthly`,
        label: 'Committed and not used, per month',
        unit: 'usd-per-month',
      },
      'unused-commitment',
      { committed, usedPercent },
    );
    perCloud.set(cloud, [...(perCloud.get(cloud) ?? []), unused]);
  }
  return new Map(
    [...perCloud].map(([cloud, unused]) => [
      cloud,
      engine.ledger.compute(
        {
          id: `commitment-of.${cloud}.unused.monthly`,
          label: 'Committed to this cloud and not used, per month',
          unit: 'usd-per-month',
        },
        'sum',
        unused,
      ),
    ]),
  );
}
