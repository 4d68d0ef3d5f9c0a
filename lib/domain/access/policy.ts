import type { Actor, Role } from './actor.ts';

const everyone: readonly Role[] = ['owner', 'consultant', 'reader'];
const advisers: readonly Role[] = ['owner', 'consultant'];
const owners: readonly Role[] = ['owner'];

/**
 * Who may do what in their own organisation. What is not in the table cannot be called; which organisation's things are
 * meant is decided by the scope of every query, not here.
 */
export const policy = {
  'organisation:read': everyone,
  'session:own': everyone,
  'member:list': everyone,
  'member:invite': owners,
  'member:change': owners,
  'client:create': advisers,
  'client:read': everyone,
  'engagement:create': advisers,
  'engagement:read': everyone,
  'assessment:create': advisers,
  'assessment:read': everyone,
  'assessment:change': advisers,
  'assessment:export': everyone,
  'run:start': advisers,
  'run:read': everyone,
  'run:cancel': advisers,
  'run:retry': advisers,
  'report:read': everyone,
  'audit:read': owners,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type MemberAction = keyof typeof policy;

/** What the job engine does in the name of a run. */
export type RunAction = 'run:work';

export type Action = MemberAction | RunAction;

/** Whether the actor's role covers the action. A run may work, and nothing else; a member never works as a run. */
export function allows(actor: Actor, action: Action): boolean {
  if (action === 'run:work') return actor.kind === 'run';
  return actor.kind === 'member' && policy[action].includes(actor.role);
}
