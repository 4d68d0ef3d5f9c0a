import type { Metadata } from 'next';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { When } from '#components/ui/when.tsx';
import { requireActorOfPage } from '#lib/http/current-actor.ts';
import { getComposition } from '#lib/composition.ts';
import { listOwnSessions } from '#lib/usecases/organisation/list-own-sessions.ts';
import { ChangePassword } from './change-password.tsx';
import { RevokeSession } from './revoke-session.tsx';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage() {
  const actor = await requireActorOfPage('/account');
  const { app } = await getComposition();
  const sessions = await listOwnSessions(app, actor, {});
  return (
    <>
      <PageHeader title="Your account" />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <Card>
          <CardHeader title="Password" hint="A new password ends all other sessions." />
          <div className="p-5">
            <ChangePassword />
          </div>
        </Card>
        <Card>
          <CardHeader
            title="Sessions"
            hint="Where you are signed in. Ending one takes effect with its next request."
          />
          <ul aria-label="Sessions" className="divide-y divide-line">
            {sessions.map((session) => (
              <li
                key={session.id}
                className="flex flex-wrap items-center justify-between gap-3 px-5 py-3.5 text-sm"
              >
                <span>
                  Signed in <When at={session.createdAt} withTime />, last used{' '}
                  <When at={session.lastSeenAt} withTime />
                </span>
                <RevokeSession sessionId={session.id} />
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
