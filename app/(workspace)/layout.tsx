import type { ReactNode } from 'react';
import { Shell } from '#components/shell/shell.tsx';
import { requireActorOfPage } from '#lib/http/current-actor.ts';
import { getComposition } from '#lib/composition.ts';
import { allows } from '#lib/domain/access/policy.ts';
import { readOrganisation } from '#lib/usecases/organisation/read-organisation.ts';
import { signOutAction } from './sign-out-action.ts';

export const dynamic = 'force-dynamic';

/** The frame of everything behind the sign-in. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const actor = await requireActorOfPage('/');
  const { app } = await getComposition();
  const { name } = await readOrganisation(app, actor, {});
  return (
    <Shell organisation={name} canReadAudit={allows(actor, 'audit:read')} signOut={signOutAction}>
      {children}
    </Shell>
  );
}
