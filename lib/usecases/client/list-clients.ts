import { z } from 'zod';
import { listClients as readClients } from '#lib/data/client/clients.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { pageInput } from '../page-input.ts';
import { useCase } from '../use-case.ts';

/** The organisation's clients, newest first, a page at a time; `named` finds by the beginning of a word of the name. */
export const listClients = useCase({
  action: 'client:read',
  input: pageInput.extend({ named: z.string().max(200).optional() }),
  perform: ({ db }, actor, input) => readClients(db, scopeOf(actor), input),
});
