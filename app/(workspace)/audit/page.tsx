import { ScrollText } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Card } from '#components/ui/card.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { NextPage } from '#components/ui/next-page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Cell, HeadCell, Row, Table } from '#components/ui/table.tsx';
import { When } from '#components/ui/when.tsx';
import { requireActorOfPage } from '#lib/http/current-actor.ts';
import { getComposition } from '#lib/composition.ts';
import { allows } from '#lib/domain/access/policy.ts';
import { listAudit } from '#lib/usecases/audit/list-audit.ts';
import { listMembers } from '#lib/usecases/organisation/list-members.ts';
import { actionWords } from './action-words.ts';

export const metadata: Metadata = { title: 'Audit trail' };

export default async function AuditPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const actor = await requireActorOfPage('/audit');
  if (!allows(actor, 'audit:read')) notFound();
  const { app } = await getComposition();
  const { cursor } = await searchParams;
  const [entries, members] = await Promise.all([
    listAudit(app, actor, { limit: 50, cursor }),
    listMembers(app, actor, { limit: 100 }),
  ]);
  const names = new Map(members.items.map(({ userId, name }) => [userId, name]));
  return (
    <>
      <PageHeader title="Audit trail" lead="Who did what, and when. Entries are only ever added." />
      <Card>
        {entries.items.length === 0 ? (
          <Empty icon={ScrollText} title="Nothing yet">
            What members do from now on is recorded here.
          </Empty>
        ) : (
          <Table caption="Audit entries, newest first">
            <thead>
              <tr>
                <HeadCell>When (UTC)</HeadCell>
                <HeadCell>Who</HeadCell>
                <HeadCell>What</HeadCell>
                <HeadCell>Subject</HeadCell>
              </tr>
            </thead>
            <tbody>
              {entries.items.map((entry) => (
                <Row key={entry.id}>
                  <Cell>
                    <When at={entry.at} withTime />
                  </Cell>
                  <Cell>
                    {entry.actor.kind === 'run'
                      ? 'An analysis'
                      : (names.get(entry.actor.id) ?? 'A former member')}
                  </Cell>
                  <Cell>{actionWords[entry.action] ?? entry.action}</Cell>
                  <Cell>
                    {entry.subject.kind}{' '}
                    <code className="font-mono text-xs text-ink-faint">{entry.subject.id}</code>
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        )}
        <NextPage path="/audit" cursor={entries.next} />
      </Card>
    </>
  );
}
