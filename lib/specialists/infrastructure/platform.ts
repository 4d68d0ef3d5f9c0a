import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import { readValue } from '#lib/domain/assessment/read-answer.ts';
import type { ClaimDraft, PositionOn } from '#lib/domain/claims/claim.ts';
import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { fig, type Prose } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation, nameIn } from '../investigation.ts';

/** Fewer people than this cannot take turns on call with rest in between. */
const onCallRota = 3;

/** What the people who run infrastructure can carry: a cluster, a node, or only managed services. */
export function platformFacts({ assessment, ledger }: Investigation): Facts {
  const { answers } = assessment;
  const people = ledger.get('answer.answers.platformEngineers');
  const kubernetes = readValue(answers.kubernetes);
  const schedulers = readValue(answers.orchestration) ?? [];
  const chosen = positionOf(people?.value, kubernetes, schedulers, readValue(answers.willRunGpus));
  if (chosen === undefined) return {};
  const said =
    chosen.position === 'existing-scheduler'
      ? 'answers.orchestration'
      : chosen.position === 'managed' && readValue(answers.willRunGpus) === false
        ? 'answers.willRunGpus'
        : 'answers.platformEngineers';
  const evidence = [answerEvidence(assessment, said), ...figureEvidence(people)];
  const counted = people === undefined ? '' : ` with ${fig(people)} people who run infrastructure`;
  return {
    statements: [
      {
        topic: 'platform',
        weight: 7,
        text: `What can be carried here${counted}${inTheirWords(assessment, said)} is ${positionWords[chosen.position]}: ${chosen.because}.`,
      },
    ],
    claims: [
      {
        subject: 'platform',
        position: chosen.position,
        need: 'whole',
        statement: `The platform is ${positionWords[chosen.position]}: ${chosen.because}.`,
        evidence,
      },
      ...(chosen.position === 'single-node' ? ownNode(assessment) : []),
    ],
  };
}

/** Open models on a node in the own room, where openness is asked for and a room is there. */
function ownNode(assessment: Assessment): ClaimDraft[] {
  const openness = readValue(assessment.answers.openSourcePreferred);
  const room = assessment.hardware.find(({ answers }) => readValue(answers.status) === 'installed');
  if (room === undefined || (openness !== 'preferred' && openness !== 'required')) return [];
  return assessment.workloads
    .filter(({ kind }) => kind === 'llm-serving')
    .map(({ id, name }) => ({
      subject: 'serving-location',
      position: 'own-hardware',
      need: id,
      statement: `An open model for ${nameIn(name, 'this workload')} fits on a node in ${nameIn(room.name, 'the own room')}, where neither openness nor the place of the data is in question.`,
      evidence: [
        answerEvidence(assessment, 'answers.openSourcePreferred'),
        answerEvidence(assessment, `hardware.${room.id}.status`),
      ],
    }));
}

type Chosen = { position: PositionOn<'platform'>; because: Prose };

function positionOf(
  people: number | undefined,
  kubernetes: string | undefined,
  schedulers: readonly string[],
  willRunGpus: boolean | undefined,
): Chosen | undefined {
  if (willRunGpus === false)
    return {
      position: 'managed',
      because: 'nobody wants to tend accelerators, so every part that needs them is bought as a service',
    };
  if (schedulers.includes('slurm'))
    return {
      position: 'existing-scheduler',
      because:
        'the scheduler that is there does what training needs, and a second would take people away from the model',
    };
  if (kubernetes === 'good' || kubernetes === 'strong')
    return {
      position: 'kubernetes',
      because: 'it is practised here, and it keeps designs portable between sites and providers',
    };
  if (people !== undefined && people < onCallRota && (kubernetes === 'some' || kubernetes === 'none'))
    return {
      position: 'managed',
      because: 'a cluster needs more hands than there are, and practice that is only beginning',
    };
  if (people !== undefined && people < onCallRota)
    return {
      position: 'single-node',
      because: 'a node with a model server is within reach, a cluster is not',
    };
  return undefined;
}

const positionWords: Readonly<Record<PositionOn<'platform'>, Prose>> = {
  managed: 'managed services only',
  kubernetes: 'Kubernetes',
  'single-node': 'a node that stands alone',
  'existing-scheduler': 'the scheduler in use',
};
