import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './test-app.ts';

const hourMs = 3_600_000;

describe('a process killed with -9', () => {
  it('mid fan-out and again during a sleep loses nothing and repeats no step that was completed', async () => {
    const folder = temporaryFolder();
    const stateFile = join(folder, 'jobs.db');
    const stepLog = join(folder, 'steps.log');

    const seen: string[] = [];
    await killWhen([stateFile, stepLog, 'hold', '0'], (line) => {
      seen.push(line.includes('step-completed') ? 'completed' : line);
      const started = seen.filter((each) => each.startsWith('start')).length;
      return started === 11 && seen.filter((each) => each === 'completed').length === 6;
    });
    await killWhen([stateFile, stepLog, '', String(hourMs)], (line) => line.startsWith('idle'));
    const last = await killWhen([stateFile, stepLog, '', String(3 * hourMs)], (line) =>
      line.startsWith('idle'),
    );

    expect(last).toBe('idle [{"result":55}]');
    const log = linesOf(stepLog);
    const timesOf = (line: string) => log.filter((each) => each === line).length;
    expect([timesOf('plan'), timesOf('join')]).toEqual([1, 1]);
    for (let agent = 0; agent < 11; agent++) {
      expect(timesOf(`end agent-${agent}`)).toBe(1);
      expect(timesOf(`start agent-${agent}`)).toBe(agent < 5 ? 1 : 2);
    }
  });
});

/** Starts the worker and kills it with SIGKILL at the first line that satisfies; that line. */
async function killWhen(args: string[], satisfies: (line: string) => boolean): Promise<string> {
  const worker = spawn(process.execPath, [join(import.meta.dirname, 'crash-worker.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  let found: string | undefined;
  for await (const line of createInterface({ input: worker.stdout })) {
    if (!satisfies(line)) continue;
    found = line;
    worker.kill('SIGKILL');
    break;
  }
  await ended;
  if (found === undefined) throw new Error('The worker ended by itself.');
  return found;
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}
