import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';

const interrupts = ['SIGINT', 'SIGTERM'] as const;

/**
 * Does the work with a new directory that is removed afterwards, also when the process is interrupted: it then ends at once,
 * with 128 and the number of the signal (130, 143) as shells expect.
 */
export async function inTemporaryDirectory<T>(
  prefix: string,
  work: (directory: string) => Promise<T>,
): Promise<T> {
  const directory = mkdtempSync(path.join(tmpdir(), prefix));
  // Without waiting: what still writes in this thread must not come between the removal and the end.
  const remove = () => rmSync(directory, { recursive: true, force: true });
  const onInterrupt = (signal: (typeof interrupts)[number]) => {
    remove();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of interrupts) process.once(signal, onInterrupt);
  try {
    return await work(directory);
  } finally {
    for (const signal of interrupts) process.off(signal, onInterrupt);
    remove();
  }
}
