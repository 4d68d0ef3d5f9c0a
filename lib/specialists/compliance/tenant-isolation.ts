import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { fig } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';
import { rulesInScope } from './rules-in-scope.ts';

/** Customers of the client who must never see each other's data: where a mistake would happen, and what prevents it. */
export function tenantIsolationFacts({ assessment, ledger }: Investigation): Facts {
  const shared = assessment.workloads.filter(
    (workload) =>
      (workload.kind === 'retrieval' || workload.kind === 'llm-serving') &&
      (ledger.get(`answer.workloads.${workload.id}.tenants`)?.value ?? 0) > 1,
  );
  const searched = shared.filter(({ kind }) => kind === 'retrieval');
  const audited = rulesInScope(assessment).some(({ id }) => id === 'soc2');
  const controls = audited
    ? [
        { kind: 'control' as const, framework: 'soc2-tsc', control: 'CC6.1' },
        { kind: 'control' as const, framework: 'soc2-tsc', control: 'C1.1' },
      ]
    : [];
  return joinFacts(
    (searched.length > 0 ? searched : shared).flatMap((workload): Facts[] => {
      const tenants = ledger.get(`answer.workloads.${workload.id}.tenants`);
      if (tenants === undefined) return [];
      const evidence = [
        answerEvidence(assessment, `workloads.${workload.id}.tenants`),
        ...figureEvidence(tenants),
        ...controls,
      ];
      const name = nameIn(workload.name, 'the search');
      return [
        {
          statements: [
            {
              topic: 'tenant isolation',
              weight: 9,
              text: `In ${name} the data of ${fig(tenants)} customers lies side by side${inTheirWords(assessment, `workloads.${workload.id}.purpose`)}: a search that forgets its filter once shows a customer what belongs to another, and no model notices.`,
            },
          ],
          claims: [
            {
              subject: 'first-step' as const,
              position: 'security' as const,
              need: workload.id,
              statement: `Isolation of customers in ${name} is proven before launch.`,
              evidence,
            },
          ],
          recommendations: [
            {
              key: `${workload.id}/tenant-isolation`,
              need: workload.id,
              category: 'security' as const,
              title: `Keep customers apart in ${name} by construction`,
              summary:
                'The customer comes from the session and never from the question; the index enforces it, and a test that tries to cross runs at each change.',
              benefit: {
                level: 'high' as const,
                because: 'A leak between customers ends the product, whatever it saves.',
              },
              effort: {
                level: 'medium' as const,
                because: 'A partition per customer and its tests are designed in once.',
              },
              risk: {
                level: 'low' as const,
                because: 'Answers get no worse; a customer only ever needed its own data.',
              },
              horizon: 'now' as const,
              steps: [
                'Partition the index by customer, or use row rules that the database enforces.',
                'Take the customer from the authenticated session, never from prompt or model.',
                'Plant marked records and test at each release that no other customer finds them.',
                'Keep prompts, answers and caches apart in the same way.',
              ],
              prerequisites: [],
              risks: ['Caches and evaluation sets are where isolation is forgotten.'],
              evidence,
            },
          ],
        },
      ];
    }),
  );
}
