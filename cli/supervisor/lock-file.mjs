import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { link, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from './start-problem.mjs';

const guardPauseMs = 5;

/**
 * @typedef {object} Holder the process that holds a lock
 * @property {number} pid
 * @property {string | undefined} startedAt a mark of when the process began, so that a later process with the same pid is
 *   not mistaken for it; undefined where the system does not tell
 * @property {string} note what to tell whoever finds the lock, such as the address it serves
 */

/** The lock is held by a process that lives. */
export class LockedError extends Error {
  /** @param {Holder} holder */
  constructor(holder) {
    super(`locked by process ${holder.pid}`);
    this.name = 'LockedError';
    this.holder = holder;
  }
}

/**
 * Takes the lock `file` for this process. A lock whose process is gone (kill -9, power cut) is replaced.
 *
 * @param {string} file
 * @param {string} note for whoever finds the lock held
 * @returns {Promise<() => void>} releases the lock; synchronous, so that it also works while the process exits
 * @throws {LockedError} when a living process holds it
 */
export async function acquireLock(file, note) {
  const id = randomUUID();
  const own = `${file}.${id}`;
  const content = JSON.stringify({ pid: process.pid, startedAt: processMark(process.pid), note, id });
  await writeFile(own, content, { mode: 0o600 });
  try {
    // Linking a complete file is atomic: nobody ever reads a half-written lock.
    while (!(await tryLink(own, file))) await removeIfStale(file);
  } finally {
    await rm(own, { force: true });
  }
  return () => {
    if (readIfPresent(file) === content) rmSync(file, { force: true });
  };
}

/**
 * @param {string} from
 * @param {string} to
 */
async function tryLink(from, to) {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes the lock if its process is gone. Several starts may find the same stale lock; between reading and removing it, one
 * of them could remove the lock that another has just taken. So whoever removes it first takes a lock named after its
 * content, which is never the same twice, and looks again.
 *
 * @param {string} file
 */
async function removeIfStale(file) {
  const content = readIfPresent(file);
  if (content === undefined) return;
  const holder = parseHolder(content);
  if (holder !== undefined && !isStale(holder, processMark)) throw new LockedError(holder);

  const guard = `${file}.${createHash('sha256').update(content).digest('hex').slice(0, 16)}`;
  try {
    const releaseGuard = await acquireLock(guard, 'removing a stale lock');
    if (readIfPresent(file) === content) rmSync(file);
    releaseGuard();
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    await pause(guardPauseMs);
  }
}

/**
 * @param {Holder} holder
 * @param {(pid: number) => string | undefined} markOf
 * @returns {boolean} whether the process that took the lock is gone
 */
export function isStale(holder, markOf) {
  const mark = markOf(holder.pid);
  if (mark === undefined) return true;
  return holder.startedAt !== undefined && mark !== holder.startedAt;
}

/**
 * @param {string} content
 * @returns {Holder | undefined} undefined when the file is not a lock of ours
 */
export function parseHolder(content) {
  try {
    const { pid, startedAt, note } = JSON.parse(content);
    return Number.isInteger(pid) && pid > 0 ? { pid, startedAt, note: String(note) } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * A mark that no other process has: on Linux the boot and the clock tick the process started at, elsewhere just that it
 * lives.
 *
 * @param {number} pid
 * @returns {string | undefined} undefined when there is no such process
 */
export function processMark(pid) {
  if (process.platform === 'linux') {
    const stat = readIfPresent(`/proc/${pid}/stat`);
    if (stat === undefined) return undefined;
    // proc(5): field 22 is the start time in clock ticks; the name in parentheses may itself hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z'
      ? undefined
      : `${readIfPresent('/proc/sys/kernel/random/boot_id')?.trim()}/${fields[19]}`;
  }
  try {
    process.kill(pid, 0);
    return 'alive';
  } catch (error) {
    return errorCode(error) === 'EPERM' ? 'alive' : undefined;
  }
}

/** @param {string} file */
function readIfPresent(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ESRCH') return undefined;
    throw error;
  }
}
