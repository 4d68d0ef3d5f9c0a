import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildSentence } from './build.mjs';
import { directorySentence, prepareDataDirectory } from './data-directory.mjs';
import { requireNode } from './node-version.mjs';
import { requireFreePort } from './port.mjs';
import { readReadyLine } from './ready-line.mjs';
import { StartProblem, toStartProblem } from './start-problem.mjs';

describe('the version of Node.js', () => {
  it('must be 20 or newer', () => {
    expect(() => requireNode('18.20.4')).toThrow(
      'needs Node.js 20 or newer, and this is 18.20.4: install a newer one',
    );
    expect(() => requireNode('20.0.0')).not.toThrow();
    expect(() => requireNode('24.21.0')).not.toThrow();
  });
});

describe('the port', () => {
  it('is refused in one sentence when it is taken, and accepted when it is free', async () => {
    const other = createServer();
    const port = await new Promise((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' ? address?.port : 0);
      });
    });
    await expect(requireFreePort(port, '127.0.0.1')).rejects.toThrow(
      `Port ${port} is already taken by another program: stop that program, or choose another port, for example PORT=${port + 1} npm start.`,
    );
    await new Promise((resolve) => {
      other.close(resolve);
    });
    await expect(requireFreePort(port, '127.0.0.1')).resolves.toBeUndefined();
  });

  it('is refused on an address this machine does not have', async () => {
    // 192.0.2.0/24 is for documentation (RFC 5737): no machine has it.
    await expect(requireFreePort(3000, '192.0.2.1')).rejects.toThrow('This machine has no address 192.0.2.1');
  });
});

describe('the data directory', () => {
  /** @type {string} */ let parent;

  beforeEach(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'data-directory-'));
  });

  afterEach(async () => {
    await rm(parent, { recursive: true });
  });

  it('is made closed to other users, with nothing left of the write test', async () => {
    const directory = path.join(parent, 'a', '.data');
    await prepareDataDirectory(directory);
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
    expect(await readdir(directory)).toEqual(['logs']);
  });

  it('is refused where a file is in its place', async () => {
    await writeFile(path.join(parent, '.data'), '');
    await expect(prepareDataDirectory(path.join(parent, '.data'))).rejects.toThrow(
      /because a file is in its place: move/,
    );
  });

  it.each([
    ['ENOSPC', /is full: free some space/],
    ['EROFS', /is on a read-only disk/],
    ['EACCES', /cannot be written \(EACCES\): give your user access/],
  ])('is refused with a way out on %s', (code, sentence) => {
    expect(directorySentence('/data', code)).toMatch(sentence);
    expect(directorySentence('/data', code)).toContain('INFRA_MIND_DATA=<path> npm start');
  });
});

describe('an error on the way', () => {
  it.each([
    ['ENOSPC', 'The disk is full (/data/x): free some space'],
    ['EDQUOT', 'Your disk quota is used up'],
    ['EROFS', 'The disk is read-only'],
    ['EACCES', 'Permission is missing (/data/x): give your user access'],
  ])('%s is told in words', (code, sentence) => {
    expect(toStartProblem(Object.assign(new Error(code), { code, path: '/data/x' })).message).toContain(
      sentence,
    );
  });

  it('keeps a problem that has its sentence, and the cause of any other', () => {
    const problem = new StartProblem('Do this.');
    expect(toStartProblem(problem)).toBe(problem);
    const unexpected = new TypeError('x is not a function');
    expect(toStartProblem(unexpected)).toMatchObject({
      cause: unexpected,
      message: expect.stringContaining('x is not a function'),
    });
  });

  it('tells a full disk from other reasons of a failed build', () => {
    expect(buildSentence('Error: ENOSPC: no space left on device', '/x/build.log')).toContain('disk is full');
    expect(buildSentence("Module not found: Can't resolve", '/x/build.log')).toContain(
      'read why in /x/build.log',
    );
  });
});

describe('a line of the stand-ins', () => {
  it.each([
    [
      '{"ready":true,"databaseUrl":"mongodb://127.0.0.1:1","executorUrl":"http://127.0.0.1:2"}',
      {
        kind: 'ready',
        addresses: { databaseUrl: 'mongodb://127.0.0.1:1', executorUrl: 'http://127.0.0.1:2' },
      },
    ],
    ['{"ready":true}', { kind: 'ready', addresses: {} }],
    [
      '{"error":"The database file is damaged: restore it."}',
      { kind: 'refused', sentence: 'The database file is damaged: restore it.' },
    ],
    ['{"ready":tru', { kind: 'other' }],
    ['{"level":"info"}', { kind: 'other' }],
    ['listening', { kind: 'other' }],
  ])('%s', (line, message) => {
    expect(readReadyLine(line)).toEqual(message);
  });
});
