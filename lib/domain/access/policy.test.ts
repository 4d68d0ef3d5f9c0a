import { describe, expect, it } from 'vitest';
import { type Actor, roles } from './actor.ts';
import { allows, type MemberAction, policy } from './policy.ts';

const member = (role: (typeof roles)[number]): Actor => ({
  kind: 'member',
  userId: 'u',
  organisationId: 'o',
  role,
});
const run: Actor = { kind: 'run', runId: 'r', organisationId: 'o' };
const isAction = (action: string): action is MemberAction => Object.hasOwn(policy, action);
const actions = Object.keys(policy).filter(isAction);

describe('the policy table', () => {
  it('lets a reader read and change nothing but the own sessions', () => {
    const allowed = actions.filter((action) => allows(member('reader'), action));
    expect(allowed.every((action) => /:(read|list|export|own)$/.test(action))).toBe(true);
  });

  it('keeps members and the audit trail to owners', () => {
    for (const action of ['member:invite', 'member:change', 'audit:read'] as const) {
      expect(allows(member('owner'), action)).toBe(true);
      expect(allows(member('consultant'), action)).toBe(false);
    }
  });

  it('lets a run work and do nothing that a member does', () => {
    expect(allows(run, 'run:work')).toBe(true);
    expect(actions.some((action) => allows(run, action))).toBe(false);
  });

  it('never lets a member work as a run', () => {
    expect(roles.some((role) => allows(member(role), 'run:work'))).toBe(false);
  });
});
