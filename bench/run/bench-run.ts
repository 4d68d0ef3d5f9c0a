import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onOwnStack } from '../../cli/assess/own-stack.ts';
import type { RunEvent } from '#lib/domain/run/event.ts';
import { specialists } from '#lib/specialists/registry.ts';
import type { App } from '#lib/usecases/app.ts';
import { anOwner, between, measureRun, type MeasuredRun } from './measured-run.ts';
import { seededLatenciesMs, slowModel } from './slow-model.ts';

const ratioBar = 1.15;
const wholeBarMs = 5000;
const seeds = [1, 2, 3];
const examples = new URL('../../examples/', import.meta.url);

/**
 * Two measurements on a whole stack of this process. Prepare to synthesise over the slowest specialist, when the model
 * answers each after 3 to 8 s, beside the same work one after the other. And a whole run of every example on the built-in
 * analyst, from the request to the finished report. True when each is within its bar.
 */
export async function benchRun(): Promise<boolean> {
  const inParallel = [];
  for (const seed of seeds) inParallel.push(await parallelWithinBar(seed));
  return (await wholeRunsWithinBar()) && inParallel.every(Boolean);
}

async function parallelWithinBar(seed: number): Promise<boolean> {
  const latencies = seededLatenciesMs(seed, specialists.length);
  const [measured] = await measuredRuns({ model: slowModel(latencies) }, ['support-saas.json']);
  if (measured === undefined) return false;
  const { events } = measured.run;
  const wholeMs = between(events, isPhase('prepare', 'started'), isPhase('synthesise', 'finished'));
  const slowestMs = Math.max(...latencies);
  const oneAfterTheOtherMs = specialists
    .map(({ name }) => between(events, isSpecialist(name, 'started'), isSpecialist(name, 'finished')))
    .reduce((sum, ms) => sum + ms, 0);
  const ratio = wholeMs / slowestMs;
  print(
    `seed ${seed}: prepare to synthesise ${seconds(wholeMs)}, slowest of ${latencies.length} specialists ${seconds(slowestMs)}, ` +
      `ratio ${ratio.toFixed(3)} (bar ${ratioBar}); one after the other ${seconds(oneAfterTheOtherMs)}, ratio ${(oneAfterTheOtherMs / slowestMs).toFixed(3)}`,
  );
  return ratio <= ratioBar;
}

async function wholeRunsWithinBar(): Promise<boolean> {
  const files = (await readdir(examples)).filter((file) => file.endsWith('.json')).toSorted();
  const measured = await measuredRuns({}, files);
  for (const { file, run } of measured)
    print(
      `${file.padEnd(24)} request to report on the built-in analyst ${seconds(run.wholeMs)} (bar ${seconds(wholeBarMs)})`,
    );
  return measured.every(({ run }) => run.wholeMs < wholeBarMs);
}

async function measuredRuns(
  replaced: Partial<App>,
  files: readonly string[],
): Promise<{ file: string; run: MeasuredRun }[]> {
  const directory = await mkdtemp(path.join(tmpdir(), 'infra-mind-bench-'));
  try {
    return await onOwnStack(
      directory,
      async ({ app }) => {
        const actor = await anOwner(app);
        const measured = [];
        for (const file of files)
          measured.push({ file, run: await measureRun(app, actor, new URL(file, examples)) });
        return measured;
      },
      { replaced },
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function isPhase(phase: string, state: string): (event: RunEvent) => boolean {
  return (event) => event.type === 'phase' && event.phase === phase && event.state === state;
}

function isSpecialist(name: string, state: string): (event: RunEvent) => boolean {
  return (event) => event.type === 'specialist' && event.specialist === name && event.state === state;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
