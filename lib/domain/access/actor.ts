/** Which organisation a query may see. Every repository function takes one. */
export type Scope = { organisationId: string };

export const roles = ['owner', 'consultant', 'reader'] as const;
export type Role = (typeof roles)[number];

export function isRole(text: string | undefined): text is Role {
  return roles.some((role) => role === text);
}

/** Who acts: a signed-in member of an organisation, or a run of that organisation, limited to itself. */
export type Actor =
  | { kind: 'member'; userId: string; organisationId: string; role: Role }
  | { kind: 'run'; runId: string; organisationId: string };

/** The scope of an actor. */
export function scopeOf(actor: Actor): Scope {
  return { organisationId: actor.organisationId };
}
