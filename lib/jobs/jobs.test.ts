import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/errors.ts';
import { inngestJobs } from './jobs.ts';

const run = { runId: 'run-1', organisationId: 'organisation-1' };

describe('jobs while the engine does not answer', () => {
  const fault = new Error('connect ECONNREFUSED 127.0.0.1:8288');
  const jobs = inngestJobs({ send: () => Promise.reject(fault) });

  it.each([
    [
      'a start',
      () => jobs.requestRun(run),
      'The job engine does not answer, so the analysis was not started. Try again shortly.',
    ],
    [
      'a cancellation',
      () => jobs.cancelRun(run),
      'The job engine does not answer, so it was not told to stop the analysis. Try again shortly.',
    ],
    [
      'another try of a specialist',
      () => jobs.retrySpecialist(run, 'compliance', 2),
      'The job engine does not answer, so the specialist was not started again. Try again shortly.',
    ],
  ])('say of %s what was not done', async (_what, ask, say) => {
    const thrown = await ask().catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(AppError);
    expect(thrown).toMatchObject({ code: 'unavailable', say, cause: fault });
  });
});
