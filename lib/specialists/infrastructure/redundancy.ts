import type { Workload } from '#lib/domain/assessment/assessment.ts';
import { readValue } from '#lib/domain/assessment/read-answer.ts';
import { answerEvidence } from '#lib/domain/claims/evidence.ts';
import type { PositionOn } from '#lib/domain/claims/claim.ts';
import type { Prose } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';

/** How many regions the stated availability asks for, given how well the client can recover today. */
export function redundancyFacts(investigation: Investigation): Facts {
  return joinFacts(
    investigation.assessment.workloads.map((workload) => redundancyOf(investigation, workload)),
  );
}

type Asked = { position: PositionOn<'regions'>; because: Prose; restsOnRecovery?: true };

function redundancyOf(investigation: Investigation, workload: Workload): Facts {
  const { assessment } = investigation;
  const asked = askedOf(investigation, workload);
  if (asked === undefined) return {};
  const name = nameIn(workload.name, 'this workload');
  const path = `workloads.${workload.id}.availability`;
  const evidence = [
    answerEvidence(assessment, path),
    ...(asked.restsOnRecovery === true ? [answerEvidence(assessment, 'answers.disasterRecovery')] : []),
  ];
  const statement = `${name} ${positionWords[asked.position]}: ${asked.because}`;
  return {
    statements: [
      {
        topic: 'redundancy',
        weight: asked.position === 'one-region' ? 4 : 8,
        text: `${statement}${inTheirWords(assessment, path)}.`,
      },
    ],
    claims: [
      {
        subject: 'regions',
        position: asked.position,
        need: workload.id,
        statement: `${statement}.`,
        evidence,
      },
    ],
    recommendations:
      asked.position === 'one-region'
        ? []
        : [
            {
              key: `${workload.id}/${asked.position}`,
              need: workload.id,
              category: 'resilience',
              title:
                asked.position === 'active-active'
                  ? `Run ${name} in both regions at once`
                  : `Prepare a second region for ${name}`,
              summary:
                asked.position === 'active-active'
                  ? 'Both take live traffic and either can carry all of it, so that losing a region is not an event.'
                  : 'It is built by the same automation, kept ready at the smallest size and exercised on a schedule.',
              benefit: {
                level: 'high',
                because: 'The stated availability is not reachable with a failure domain of its own only.',
              },
              effort: {
                level: asked.position === 'active-active' ? 'high' : 'medium',
                because: 'State has to be kept in step, and switching has to be practised.',
              },
              risk: { level: 'medium', because: 'Untested failover fails; tested failover costs time.' },
              horizon: 'next',
              steps: [
                'Describe everything as code, so that both regions are the same.',
                asked.position === 'active-active'
                  ? 'Decide what must agree between the regions and what may lag behind.'
                  : 'Replicate data and keep the models in both places.',
                'Take a region out on purpose, on a schedule, and measure what users notice.',
              ],
              prerequisites: ['People on call who have practised it.'],
              risks: [
                'Quota for scarce machines in the second region must be reserved or it is not there on the day.',
              ],
              evidence,
            },
          ],
  };
}

const positionWords: Readonly<Record<PositionOn<'regions'>, Prose>> = {
  'one-region': 'does not need a second region',
  'two-regions': 'needs a second region in reserve',
  'active-active': 'needs both of its regions active',
};

function askedOf({ assessment }: Investigation, workload: Workload): Asked | undefined {
  const availability = readValue(workload.answers.availability);
  const recovery = readValue(assessment.answers.disasterRecovery);
  if (availability === undefined) return undefined;
  if (availability === '99.99' || availability === '99.999')
    return {
      position: 'active-active',
      because: 'what may be lost in a year is less than it takes a person to notice, decide and switch',
    };
  if (availability === '99.95')
    return { position: 'two-regions', because: 'an outage of a region would use up the allowance of years' };
  if (availability === '99.9') {
    const canSwitch = recovery === 'standby' || recovery === 'multi-region' || recovery === 'active-active';
    return canSwitch
      ? {
          position: 'one-region',
          restsOnRecovery: true,
          because: 'the client can already bring it up elsewhere in time',
        }
      : {
          position: 'two-regions',
          restsOnRecovery: true,
          because:
            'a zone more helps against a failed machine, but an outage of the region lasts until the client has recovered elsewhere, and restoring from backup takes longer than the promise allows',
        };
  }
  return { position: 'one-region', because: 'what was promised leaves room to repair' };
}
