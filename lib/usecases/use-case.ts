import type { z } from 'zod';
import type { Actor } from '#lib/domain/access/actor.ts';
import { type Action, allows } from '#lib/domain/access/policy.ts';
import { parseInput } from '#lib/data/row.ts';
import { AppError } from '#lib/errors.ts';
import type { App } from './app.ts';

type Definition<Sent, Parsed, Output> = {
  action: Action;
  input: z.ZodType<Parsed, Sent>;
  perform: (app: App, actor: Actor, input: Parsed) => Promise<Output>;
};

/** A door into the product: whoever calls it is checked against the policy table, and what is sent is parsed, before anything is done. */
export type UseCase<Input = unknown, Output = unknown> = ((
  app: App,
  actor: Actor,
  input: Input,
) => Promise<Output>) & { action: Action };

/** Makes a use case. It throws `not-allowed` or `invalid-input` (with the fields) before it performs. */
export function useCase<Sent, Parsed, Output>(
  definition: Definition<Sent, Parsed, Output>,
): UseCase<Sent, Output> {
  const call = async (app: App, actor: Actor, input: Sent): Promise<Output> => {
    if (!allows(actor, definition.action))
      throw new AppError('not-allowed', `${definition.action} refused to ${describe(actor)}.`);
    return definition.perform(app, actor, parseInput(definition.input, input));
  };
  return Object.assign(call, { action: definition.action });
}

function describe(actor: Actor): string {
  return actor.kind === 'run' ? `run ${actor.runId}` : `${actor.role} ${actor.userId}`;
}
