import contractJson from '../../prisma/contract.json' with { type: 'json' };
import { createMongoControlClient } from '@prisma/orm-mongo/control';
import { describe, expect, it } from 'vitest';
import { connectedServer, temporaryDirectory } from './test-server.ts';

describe("Prisma's control client", () => {
  it('creates the collections and indexes of the contract once, and finds nothing to do the second time', async () => {
    const { server, client } = await connectedServer();
    const url = server.url.replace('/?', '/prisma?');
    const control = createMongoControlClient({ connection: url });
    await control.connect(url);
    const options = {
      contract: contractJson,
      mode: 'apply' as const,
      migrationsDir: await temporaryDirectory(),
    };
    const first = await control.dbInit(options);
    const second = await control.dbInit(options);
    const verified = await control.verify({ contract: contractJson });
    await control.close();
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ ok: true, value: { plan: { operations: [] } } });
    expect(verified).toMatchObject({ ok: true });
    const created = await client.db('prisma').listCollections({}, { nameOnly: true }).toArray();
    expect(created.map(({ name }) => name)).toContain('_prisma_migrations');
  });
});
