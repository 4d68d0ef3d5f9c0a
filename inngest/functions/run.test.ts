import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onOwnStack, type OwnStack } from '../../cli/assess/own-stack.ts';
import { registerOwner } from '#lib/data/system/accounts.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { isLastEvent, type RunEvent } from '#lib/domain/run/event.ts';
import type { Findings } from '#lib/domain/run/run.ts';
import type { SpecialistName } from '#lib/domain/run/specialist-name.ts';
import type { Specialist } from '#lib/specialists/contract.ts';
import type { App } from '#lib/usecases/app.ts';
import { importAssessment } from '#lib/usecases/assessment/import-assessment.ts';
import { createClient } from '#lib/usecases/client/create-client.ts';
import { createEngagement } from '#lib/usecases/engagement/create-engagement.ts';
import { cancelRun } from '#lib/usecases/run/cancel-run.ts';
import { isRunOver } from '#lib/usecases/run/is-run-over.ts';
import { readResult } from '#lib/usecases/run/read-result.ts';
import { readRun } from '#lib/usecases/run/read-run.ts';
import { readRunEvents } from '#lib/usecases/run/read-run-events.ts';
import { retrySpecialist } from '#lib/usecases/run/retry-specialist.ts';
import { startRun } from '#lib/usecases/run/start-run.ts';

const nothingFound: Findings = {
  figures: [],
  statements: [],
  claims: [],
  recommendations: [],
  questions: [],
};

function specialist(name: SpecialistName, investigate: () => Findings = () => nothingFound): Specialist {
  return { name, question: '', instructions: '', investigate };
}

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'infra-mind-run-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(directory, { recursive: true, force: true });
});

/** A stack with these specialists, and a member of an organisation that has one imported assessment. */
function onStack<T>(
  replaced: Partial<App>,
  work: (stack: OwnStack & { actor: Actor; assessmentId: string }) => Promise<T>,
): Promise<T> {
  return onOwnStack(
    directory,
    async (stack) => {
      const { user, organisationId } = await registerOwner(stack.app.db, {
        email: 'owner@example.com',
        name: 'Owner',
        organisationName: 'Advice',
        passwordHash: 'none',
      });
      const actor: Actor = { kind: 'member', userId: user.id, organisationId, role: 'owner' };
      const client = await createClient(stack.app, actor, { name: 'Client' });
      const engagement = await createEngagement(stack.app, actor, {
        clientId: client.id,
        title: 'Engagement',
      });
      const text = await readFile(new URL('../../examples/support-saas.json', import.meta.url), 'utf8');
      const assessment = await importAssessment(stack.app, actor, { engagementId: engagement.id, text });
      return work({ ...stack, actor, assessmentId: assessment.id });
    },
    {
      replaced: { renderPdf: async () => new TextEncoder().encode('%PDF-1.7 stand-in'), ...replaced },
      backoff: () => 0,
    },
  );
}

async function eventsUntilEnd(app: App, actor: Actor, runId: string, after = 0): Promise<RunEvent[]> {
  const told: RunEvent[] = [];
  for (;;) {
    told.push(...(await readRunEvents(app, actor, { runId, after: told.at(-1)?.seq ?? after })));
    const newest = told.at(-1);
    if (newest !== undefined && isLastEvent(newest)) return told;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a run', () => {
  it('goes from prepare to a finished report, every specialist once, every event once and in order', async () => {
    const investigated: SpecialistName[] = [];
    const counted = (name: SpecialistName) => specialist(name, () => (investigated.push(name), nothingFound));
    await onStack(
      { specialists: [counted('cto'), counted('infrastructure')] },
      async ({ app, actor, assessmentId }) => {
        const { id: runId } = await startRun(app, actor, { assessmentId, date: '2026-07-20' });
        const events = await eventsUntilEnd(app, actor, runId);
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
        expect(investigated.toSorted()).toEqual(['cto', 'infrastructure']);
        expect(events.at(-1)).toMatchObject({ type: 'report', state: 'ready' });
        const { run, report } = await readRun(app, actor, { runId });
        expect(run).toMatchObject({ state: 'completed', date: '2026-07-20', degradedBecause: [] });
        expect(report?.state).toBe('ready');
        expect((await readResult(app, actor, { runId }))?.synthesis.ledgerHash).toBe(run.ledgerHash);
      },
    );
  });

  it('asked for twice with one key is one run', async () => {
    await onStack({ specialists: [specialist('cto')] }, async ({ app, actor, assessmentId }) => {
      const asked = await Promise.all(
        [1, 2, 3].map(() => startRun(app, actor, { assessmentId, requestKey: 'double click' })),
      );
      expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
      await eventsUntilEnd(app, actor, asked[0]?.id ?? '');
    });
  });

  it('is degraded, and says so, when a specialist fails; that one alone can be run again', async () => {
    let broken = true;
    const failing = specialist('compliance', () => {
      if (broken) throw new Error('The rule book is missing.');
      return nothingFound;
    });
    const logged = vi.spyOn(console, 'error').mockReturnValue();
    let others = 0;
    const counted = specialist('cto', () => ((others += 1), nothingFound));
    await onStack({ specialists: [counted, failing] }, async ({ app, actor, assessmentId }) => {
      const { id: runId } = await startRun(app, actor, { assessmentId });
      const events = await eventsUntilEnd(app, actor, runId);
      expect(events).toContainEqual(
        expect.objectContaining({
          type: 'specialist',
          specialist: 'compliance',
          state: 'failed',
          because: 'Something went wrong on our side.',
        }),
      );
      expect(JSON.stringify(events)).not.toContain('rule book');
      expect(logged).toHaveBeenCalledWith(expect.objectContaining({ message: 'The rule book is missing.' }));
      const degraded = await readRun(app, actor, { runId });
      expect(degraded.run).toMatchObject({
        state: 'degraded',
        degradedBecause: [expect.stringContaining('Compliance')],
      });
      broken = false;
      await retrySpecialist(app, actor, { runId, specialist: 'compliance' });
      await eventsUntilEnd(app, actor, runId, events.at(-1)?.seq);
      expect((await readRun(app, actor, { runId })).run).toMatchObject({
        state: 'completed',
        degradedBecause: [],
      });
      expect((await readResult(app, actor, { runId }))?.specialists.map(({ name }) => name)).toEqual([
        'cto',
        'compliance',
      ]);
      expect(others).toBe(1);
    });
  });

  it('keeps its result and stays degraded when the job engine does not take the retry', async () => {
    const failing = specialist('compliance', () => {
      throw new Error('The rule book is missing.');
    });
    await onStack({ specialists: [specialist('cto'), failing] }, async ({ app, actor, assessmentId }) => {
      const { id: runId } = await startRun(app, actor, { assessmentId });
      await eventsUntilEnd(app, actor, runId);
      const before = await readResult(app, actor, { runId });
      const deaf: App = {
        ...app,
        jobs: { ...app.jobs, retrySpecialist: () => Promise.reject(new Error('no answer')) },
      };
      await expect(retrySpecialist(deaf, actor, { runId, specialist: 'compliance' })).rejects.toThrow(
        'no answer',
      );
      expect((await readRun(app, actor, { runId })).run).toMatchObject({
        state: 'degraded',
        degradedBecause: [expect.any(String)],
      });
      expect((await readResult(app, actor, { runId }))?.synthesis).toEqual(before?.synthesis);
      expect(await isRunOver(app, actor, { runId })).toBe(true);
      const other: App = { ...app, catalogue: { ...app.catalogue, version: 'another' } };
      await expect(retrySpecialist(other, actor, { runId, specialist: 'compliance' })).rejects.toMatchObject({
        code: 'conflict',
      });
      expect((await readRun(app, actor, { runId })).run.state).toBe('degraded');
    });
  });

  it('that the job engine took although it did not answer stays what it is', async () => {
    await onStack({ specialists: [specialist('cto')] }, async ({ app, actor, assessmentId }) => {
      const asked = app.jobs.requestRun;
      const taken = Promise.withResolvers<string>();
      const mute: App = {
        ...app,
        jobs: {
          ...app.jobs,
          requestRun: async (run) => {
            await asked(run);
            await eventsUntilEnd(app, actor, run.runId);
            taken.resolve(run.runId);
            throw new Error('the answer was lost');
          },
        },
      };
      await expect(startRun(mute, actor, { assessmentId })).rejects.toThrow('the answer was lost');
      expect((await readRun(app, actor, { runId: await taken.promise })).run.state).toBe('completed');
    });
  });

  it('can be cancelled while a specialist works; nothing of it is taken any more', async () => {
    const working = Promise.withResolvers<void>();
    const slow = specialist('cto', () => (working.resolve(), nothingFound));
    await onStack({ specialists: [slow] }, async ({ app, actor, assessmentId }) => {
      const { id: runId } = await startRun(app, actor, { assessmentId });
      await working.promise;
      expect((await cancelRun(app, actor, { runId })).state).toBe('cancelled');
      const { run } = await readRun(app, actor, { runId });
      expect(run.state).toBe('cancelled');
      expect(await cancelRun(app, actor, { runId })).toMatchObject({ state: 'cancelled' });
    });
  });
});
