import { z } from 'zod';
import type { Actor } from '#lib/domain/access/actor.ts';
import { type Action, allows } from '#lib/domain/access/policy.ts';
import { AppError } from '#lib/errors.ts';
import type { App } from './app.ts';

type Definition<Schema extends z.ZodType, Output> = {
  action: Action;
  input: Schema;
  perform: (app: App, actor: Actor, input: z.output<Schema>) => Promise<Output>;
};

/** A door into the product: whoever calls it is checked against the policy table, and what is sent is parsed, before anything is done. */
export type UseCase<Input = unknown, Output = unknown> = ((
  app: App,
  actor: Actor,
  input: Input,
) => Promise<Output>) & { action: Action };

/** Makes a use case. It throws `not-allowed` or `invalid-input` (with the fields) before it performs. */
export function useCase<Schema extends z.ZodType, Output>(
  definition: Definition<Schema, Output>,
): UseCase<z.input<Schema>, Output> {
  const call = async (app: App, actor: Actor, input: z.input<Schema>): Promise<Output> => {
    if (!allows(actor, definition.action))
      throw new AppError('not-allowed', `${definition.action} refused to ${describe(actor)}.`);
    return definition.perform(app, actor, parseInput(definition.input, input));
  };
  return Object.assign(call, { action: definition.action });
}

/** The parsed input; throws `invalid-input` that names each field and reason. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.'),
    reason: issue.message,
  }));
  throw new AppError('invalid-input', problems.map(({ field, reason }) => `${field}: ${reason}`).join('; '), {
    problems,
  });
}

function describe(actor: Actor): string {
  return actor.kind === 'run' ? `run ${actor.runId}` : `${actor.role} ${actor.userId}`;
}
