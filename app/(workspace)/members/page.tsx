import type { Metadata } from 'next';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { NextPage } from '#components/ui/next-page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { requireActorOfPage } from '#lib/http/current-actor.ts';
import { getComposition } from '#lib/composition.ts';
import { allows } from '#lib/domain/access/policy.ts';
import { listMembers } from '#lib/usecases/organisation/list-members.ts';
import { ChangeMember } from './change-member.tsx';
import { InviteMember } from './invite-member.tsx';
import { roleLabels } from './role-labels.ts';

export const metadata: Metadata = { title: 'Members' };

export default async function MembersPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const actor = await requireActorOfPage('/members');
  const { app } = await getComposition();
  const { cursor } = await searchParams;
  const members = await listMembers(app, actor, { limit: 50, cursor });
  const mayChange = allows(actor, 'member:change');
  return (
    <>
      <PageHeader
        title="Members"
        lead="Who belongs to your organisation. Nothing here is seen by anybody else."
        actions={allows(actor, 'member:invite') ? <InviteMember /> : undefined}
      />
      <Card>
        <ul aria-label="Members" className="divide-y divide-line">
          {members.items.map((member) => (
            <li key={member.userId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3.5">
              <div className="min-w-0 flex-1 basis-52">
                <p className="font-medium break-words">{member.name}</p>
                <p className="text-[0.8125rem] break-all text-ink-faint">{member.email}</p>
              </div>
              {mayChange && member.userId !== actor.userId ? (
                <ChangeMember userId={member.userId} name={member.name} role={member.role} />
              ) : (
                <Badge tone={member.role === 'owner' ? 'accent' : 'plain'}>{roleLabels[member.role]}</Badge>
              )}
            </li>
          ))}
        </ul>
        <NextPage path="/members" cursor={members.next} />
      </Card>
    </>
  );
}
