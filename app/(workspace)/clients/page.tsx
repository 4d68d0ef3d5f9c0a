import { Building2, Search } from 'lucide-react';
import type { Metadata } from 'next';
import Form from 'next/form';
import { Card } from '#components/ui/card.tsx';
import { CreateDialog } from '#components/ui/create-dialog.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { controlClass } from '#components/ui/field.tsx';
import { NextPage } from '#components/ui/next-page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { LinkRow, RowList } from '#components/ui/row-list.tsx';
import { When } from '#components/ui/when.tsx';
import { requireActorOfPage } from '#lib/http/current-actor.ts';
import { getComposition } from '#lib/composition.ts';
import { allows } from '#lib/domain/access/policy.ts';
import { listClients } from '#lib/usecases/client/list-clients.ts';
import { createClientAction } from './actions.ts';

export const metadata: Metadata = { title: 'Clients' };

export default async function ClientsPage({
  searchParams,
}: {
  searchParams: Promise<{ cursor?: string; named?: string }>;
}) {
  const actor = await requireActorOfPage('/clients');
  const { app } = await getComposition();
  const { cursor, named = '' } = await searchParams;
  const clients = await listClients(app, actor, { limit: 25, cursor, named });
  const create = allows(actor, 'client:create') ? (
    <CreateDialog
      noun="client"
      description="The organisation that you advise. Its name appears on the report."
      field={{ label: 'Name', name: 'name' }}
      action={createClientAction}
    />
  ) : undefined;
  return (
    <>
      <PageHeader title="Clients" lead="Whom your organisation advises." actions={create} />
      <Card>
        <search className="block">
          <Form action="/clients" className="relative border-b border-line p-3">
            <Search
              aria-hidden
              className="pointer-events-none absolute top-5.5 left-6 size-4 text-ink-faint"
            />
            <input
              type="search"
              name="named"
              aria-label="Find a client by name"
              placeholder="Find a client by name"
              defaultValue={named}
              className={`${controlClass} pl-9`}
            />
          </Form>
        </search>
        {clients.items.length === 0 ? (
          <Empty
            icon={Building2}
            title={named === '' ? 'No client yet' : 'No client of that name'}
            action={named === '' ? create : undefined}
          >
            {named === ''
              ? 'A client holds its engagements, assessments and analyses.'
              : 'The search looks at the beginning of each word of the name.'}
          </Empty>
        ) : (
          <RowList label="Clients">
            {clients.items.map((client) => (
              <LinkRow
                key={client.id}
                href={`/clients/${client.id}`}
                title={client.name}
                facts={<When at={client.createdAt} />}
              />
            ))}
          </RowList>
        )}
        <NextPage path={`/clients?named=${encodeURIComponent(named)}`} cursor={clients.next} />
      </Card>
    </>
  );
}
