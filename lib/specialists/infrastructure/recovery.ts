import { readValue } from '#lib/domain/assessment/read-answer.ts';
import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { fig, type Prose } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation, nameIn } from '../investigation.ts';

/** How the client recovers today, against what was asked for; objectives that nobody stated are asked for. */
export function recoveryFacts(investigation: Investigation): Facts {
  const { assessment, ledger } = investigation;
  const today = readValue(assessment.answers.disasterRecovery);
  const critical = assessment.workloads.filter(({ answers }) => {
    const availability = readValue(answers.availability);
    return (
      readValue(answers.importance) === 'critical' ||
      (availability !== undefined && availability !== 'best-effort' && availability !== '99')
    );
  });
  const stated = assessment.workloads.flatMap((workload) => {
    const time = ledger.get(`answer.workloads.${workload.id}.recoveryTime`);
    return time === undefined ? [] : [{ workload, time }];
  });
  return {
    statements: [
      ...(today === undefined || critical.length === 0
        ? []
        : [
            {
              topic: 'recovery',
              weight: 6,
              text: `Recovery today rests on ${recoveryWords[today]}${inTheirWords(assessment, 'answers.disasterRecovery')}, and that sets the time of a return to service whatever the new system promises.`,
            },
          ]),
      ...stated.map(({ workload, time }) => ({
        topic: 'recovery',
        weight: 6,
        text: `${nameIn(workload.name, 'A workload')} must be back within ${fig(time)}; only an exercise from nothing to serving shows that it can be.`,
      })),
    ],
    recommendations: stated.map(({ workload, time }) => ({
      key: `${workload.id}/exercise-recovery`,
      need: workload.id,
      category: 'resilience' as const,
      title: `Exercise the recovery of ${nameIn(workload.name, 'this workload')} within ${fig(time)}`,
      summary:
        'The exercise starts from nothing and ends when users are served; what it took is the real objective.',
      benefit: {
        level: 'high' as const,
        because: 'An objective that was never reached in an exercise is a wish.',
      },
      effort: { level: 'medium' as const, because: 'It needs an isolated place and people for a day.' },
      risk: { level: 'low' as const, because: 'It runs beside production.' },
      horizon: 'next' as const,
      steps: [
        'Restore data, models and configuration into an empty account.',
        'Measure until the first good answer.',
        'Repeat after each large change.',
      ],
      prerequisites: [],
      risks: [],
      evidence: [
        answerEvidence(assessment, `workloads.${workload.id}.recoveryTime`),
        ...figureEvidence(time),
      ],
    })),
    questions: critical
      .filter(({ answers }) => answers.recoveryTime === undefined)
      .slice(0, 2)
      .map((workload) => ({
        answer: `workloads.${workload.id}.recoveryTime`,
        question: `How long may ${workload.name} be down after a disaster, and how much recent data may be lost?`,
        because:
          'It tells a reserve that is started by hand from sites that are active at once, which differ in price by a whole site.',
      })),
  };
}

const recoveryWords: Readonly<Record<string, Prose>> = {
  none: 'nothing that was prepared',
  backups: 'backups that nobody has restored',
  'tested-backups': 'backups that are restored as a test',
  standby: 'a standby site',
  'multi-region': 'several regions',
  'active-active': 'sites that are active at once',
};
