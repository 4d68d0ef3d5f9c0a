import type { Inngest } from 'inngest';
import { serve } from 'inngest/next';
import { allFunctions } from '#inngest/functions/all.ts';
import type { Composition } from '#lib/composition.ts';

export type Handlers = ReturnType<typeof serve>;

/** A client keeps every function that was ever made over it, so they are made once for each client. */
const handlersByClient = new WeakMap<Inngest, Handlers>();

/** The handlers by which the job engine calls the durable functions of this composition; the same ones every time. */
export function handlersOf(composition: Composition): Handlers {
  const known = handlersByClient.get(composition.inngest);
  if (known !== undefined) return known;
  const handlers = served(composition);
  handlersByClient.set(composition.inngest, handlers);
  return handlers;
}

function served({ app, env, inngest }: Composition): Handlers {
  const { serveOrigin } = env.inngest;
  return serve({
    client: inngest,
    functions: allFunctions(inngest, app),
    // Without it anybody could ask for a registration, at an address of their choice by the Host header.
    enableUnauthedSync: false,
    ...(serveOrigin === undefined ? {} : { serveOrigin }),
  });
}
