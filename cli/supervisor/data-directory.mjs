import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, StartProblem } from './start-problem.mjs';

/**
 * Makes the data directory, closed to other users, and proves that it can be written.
 *
 * @param {string} directory absolute
 * @returns {Promise<void>}
 * @throws {StartProblem} when it cannot be made or written
 */
export async function prepareDataDirectory(directory) {
  const probe = path.join(directory, `.write-test-${process.pid}`);
  try {
    await mkdir(path.join(directory, 'logs'), { recursive: true, mode: 0o700 });
    await chmod(directory, 0o700);
    await writeFile(probe, 'This file shows that the disk takes what is written.\n', { flush: true });
    await rm(probe);
  } catch (error) {
    throw new StartProblem(directorySentence(directory, errorCode(error)), { cause: error });
  }
}

/**
 * @param {string} directory
 * @param {string | undefined} code of the file system's error
 */
export function directorySentence(directory, code) {
  const elsewhere = 'or choose another directory with INFRA_MIND_DATA=<path> npm start';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk that holds the data directory ${directory} is full: free some space, ${elsewhere}.`;
    case 'EEXIST':
    case 'ENOTDIR':
      return `The data directory ${directory} cannot be made because a file is in its place: move that file away, ${elsewhere}.`;
    case 'EROFS':
      return `The data directory ${directory} is on a read-only disk: make it writable, ${elsewhere}.`;
    default:
      return `The data directory ${directory} cannot be written (${code ?? 'unknown reason'}): give your user access to it, ${elsewhere}.`;
  }
}
