import { listMembers as readMembers } from '#lib/data/organisation/members.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { pageInput } from '../page-input.ts';
import { useCase } from '../use-case.ts';

/** Who belongs to the organisation, and in which role. */
export const listMembers = useCase({
  action: 'member:list',
  input: pageInput,
  perform: ({ db }, actor, input) => readMembers(db, scopeOf(actor), input),
});
