import type { ClaimDraft, Evidence } from '../../claims/claim.ts';
import type { Figure } from '../../figure/figure.ts';
import { fig, type Prose } from '../../gate/prose.ts';
import type { Option } from '../../options/option.ts';
import type { CommitmentPlans } from './commitment-plan.ts';
import type { CommitmentPlan } from './plan-figures.ts';

/** A ledger, or one that is being written. */
type Figures = { get: (id: string) => Figure | undefined };

type CommitmentClaim = Extract<ClaimDraft, { subject: 'commitment' }>;

/**
 * What the plans of an option say about committing: first use what is committed already and unused; then the term that saves
 * most, the longer one only where nothing said that the load will fall; else nothing yet.
 */
export function commitmentClaim(
  ledger: Figures,
  option: Option,
  { plans }: CommitmentPlans,
): CommitmentClaim {
  const { position, evidence, statement } = positionOf(ledger, option, plans);
  return { subject: 'commitment', need: option.need, position, statement, evidence };
}

type Position = Pick<CommitmentClaim, 'position' | 'evidence'> & { statement: Prose };

function positionOf(ledger: Figures, option: Option, plans: readonly CommitmentPlan[]): Position {
  const covered = option.parts.find(({ key }) => key === 'commitment')?.monthly;
  if (covered !== undefined)
    return {
      position: 'use-existing',
      statement: `What is committed to this cloud and not used covers ${fig({ id: covered })} of it; a new commitment comes after that.`,
      evidence: [figure(covered)],
    };
  const savingOf = ({ saving }: CommitmentPlan) => ledger.get(saving)?.value ?? 0;
  const [best] = plans
    .filter(({ term }) => term === '1y' || !isFalling(ledger, option.need))
    .filter((plan) => savingOf(plan) > 0)
    .toSorted((a, b) => savingOf(b) - savingOf(a));
  if (best === undefined)
    return {
      position: 'none-yet',
      statement:
        plans.length === 0
          ? 'The catalogue has no committed price of this machine.'
          : 'No machine of it is needed in enough hours for a commitment to pay.',
      evidence: plans.map(({ saving }) => figure(saving)),
    };
  const repaid =
    best.repaidAfter === undefined
      ? ''
      : ` It pays when the need lasts longer than ${fig({ id: best.repaidAfter })}.`;
  return {
    position: best.term === '1y' ? 'commit-1y' : 'commit-3y',
    statement: `Committing ${fig({ id: best.committed })} saves ${fig({ id: best.saving })}, with ${fig({ id: best.unused })} paid for idle hours.${repaid}`,
    evidence: [
      best.committed,
      best.saving,
      best.unused,
      ...(best.repaidAfter === undefined ? [] : [best.repaidAfter]),
    ].map(figure),
  };
}

function figure(id: string): Evidence {
  return { kind: 'figure', figure: id };
}

/** Whether the client expects less load than today. */
function isFalling(ledger: Figures, need: string): boolean {
  const answer = (field: string) => ledger.get(`answer.workloads.${need}.${field}`)?.value;
  return (answer('loadGrowthPerYear') ?? 0) < 0 || (answer('laterLoadFactor') ?? 1) < 1;
}
