import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

export type Ended = { out: string; errors: string; code: number | null };

/** Runs a script of the project as a process of its own, and gives what it printed and how it ended. */
export async function runScript(script: string, args: readonly string[], input = ''): Promise<Ended> {
  const child = spawn(process.execPath, [script, ...args], { stdio: 'pipe' });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stdin.on('error', () => {
    // A process that refuses its call ends without reading; the exit code tells.
  });
  child.stdin.end(input);
  const [out, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, errors, code };
}
