import { z } from 'zod';
import { createClient as insertClient } from '#lib/data/client/clients.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { record } from '../audit/record.ts';
import { memberOf } from '../member.ts';
import { useCase } from '../use-case.ts';

/** Creates a client of the consultancy. Two clients may share a name; they stay two. */
export const createClient = useCase({
  action: 'client:create',
  input: z.strictObject({ name: z.string(), note: z.string().nullable().default(null) }),
  async perform({ db }, actor, input) {
    const client = await insertClient(db, scopeOf(actor), { ...input, createdBy: memberOf(actor).userId });
    await record({ db }, actor, 'client:create', { kind: 'client', id: client.id });
    return client;
  },
});
