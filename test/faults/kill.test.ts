import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JournalLine, type Moment, moments, type Outcome } from './moments.ts';

const directories: string[] = [];
afterAll(async () => {
  await Promise.all(directories.map((directory) => rm(directory, { recursive: true, force: true })));
});

async function newDirectory(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'infra-mind-kill-'));
  directories.push(directory);
  return directory;
}

/** Runs the whole stack in one process on a directory. It dies by SIGKILL when a moment is given, else it prints the outcome. */
async function stackOn(directory: string, moment?: Moment): Promise<string> {
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'stack-process.ts'), directory, moment ?? ''],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code));
  });
  const printed = await text(child.stdout);
  expect(await ended).toBe(moment === undefined ? 0 : 'SIGKILL');
  return printed;
}

/** What the run on a directory leaves behind when nothing kills it (any more), apart from the order of parallel work. */
async function remainsOn(directory: string) {
  const { events, ...rest }: Outcome = JSON.parse(await stackOn(directory));
  const journal = await journalOf(directory);
  return {
    ...rest,
    numbers: events.map((event) => Number.parseInt(event, 10)),
    told: events.map((event) => event.replace(/^\d+ /, '')).toSorted(),
    completed: journal.flatMap(({ kind, step }) => (kind === 'completed' ? [step] : [])).toSorted(),
    repeated: journal.filter((line, index) => isRepeated(line, journal.slice(0, index))),
  };
}

async function journalOf(directory: string): Promise<JournalLine[]> {
  const lines = (await readFile(path.join(directory, 'journal.jsonl'), 'utf8')).trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

/** Whether a step was carried out again after the executor had it on disk. */
function isRepeated({ run, step }: JournalLine, before: readonly JournalLine[]): boolean {
  return before.some((line) => line.kind === 'completed' && line.run === run && line.step === step);
}

describe('a stack whose processes are killed with -9', { timeout: 120_000 }, () => {
  let undisturbed: Awaited<ReturnType<typeof remainsOn>>;
  beforeAll(async () => {
    undisturbed = await remainsOn(await newDirectory());
  }, 120_000);

  it('completes every step of the run once, tells each event once, and makes its report, undisturbed', () => {
    expect(undisturbed).toMatchObject({ state: 'completed', repeated: [] });
    expect(undisturbed.ledgerHash).toMatch(/^[0-9a-f]{64}$/);
    expect(undisturbed.numbers).toEqual(undisturbed.numbers.map((_, index) => index + 1));
    expect(undisturbed.completed).toEqual(
      expect.arrayContaining(['prepare', 'synthesise', 'document', 'finish', 'render']),
    );
    expect(undisturbed.completed.filter((step) => step === 'investigate')).toHaveLength(4);
  });

  it.each(moments)('%s, ends as if nothing had happened when it is started again', async (moment) => {
    const directory = await newDirectory();
    await stackOn(directory, moment);
    expect(await remainsOn(directory)).toEqual(undisturbed);
  });
});
