import type { Inngest } from 'inngest';
import type { App } from '#lib/usecases/app.ts';
import { reportFunction } from './report.ts';
import { retrySpecialistFunction } from './retry-specialist.ts';
import { runFunction } from './run.ts';
import { specialistFunction } from './specialist.ts';

/** Every durable function of the product, over one client and one set of use-case ports. */
export function allFunctions(client: Inngest, app: App) {
  const specialists = new Map(
    app.specialists.map(({ name }) => [name, specialistFunction(client, app, name)] as const),
  );
  return [
    runFunction(client, app, specialists),
    retrySpecialistFunction(client, app, specialists),
    reportFunction(client, app),
    ...specialists.values(),
  ];
}
