import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureInstalled, installSentence, isComplete, nodeOfProject } from './install.mjs';

describe('whether everything is installed', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/next': { version: '16.4.6' },
      'node_modules/@next/swc-darwin-arm64': { version: '16.4.6', optional: true },
    },
  };

  it('asks for every package in its version, but not for those of other platforms', () => {
    expect(isComplete(lock, { packages: { 'node_modules/next': { version: '16.4.6' } } })).toBe(true);
    expect(isComplete(lock, { packages: { 'node_modules/next': { version: '16.4.5' } } })).toBe(false);
    expect(isComplete(lock, { packages: {} })).toBe(false);
  });
});

describe('a refused installation', () => {
  it.each([
    [
      'npm error code ENOTFOUND\nnpm error network request failed',
      /registry does not answer \(ENOTFOUND\).*check the network/,
    ],
    ['npm ERR! code ECONNREFUSED', /registry does not answer/],
    ['npm error code ENOSPC\nnpm error syscall write', /disk is full.*free about two gigabytes/],
    ['npm error code EACCES', /npm may not write in this folder.*give your user access/],
    ['npm error code E403', /refused access \(E403\).*npm login/],
    [
      'npm error code EUSAGE\nnpm error `npm ci` can only install',
      /does not fit package.json: run "npm run lock"/,
    ],
    ['npm error code E500', /\(E500\): read \/x\/install.log/],
    ['gyp info\nfatal error: out of luck\n', /\(fatal error: out of luck\): read \/x\/install.log/],
    ['', /no reason given/],
  ])('says why and what to do: %j', (output, sentence) => {
    expect(installSentence(output, '/x/install.log')).toMatch(sentence);
  });
});

describe('installing', () => {
  /** @type {string} */ let root;
  const lock = JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } });

  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'install-'));
    await mkdir(path.dirname(nodeOfProject(root)), { recursive: true });
    await writeFile(path.join(root, 'package-lock.json'), lock);
  });

  afterEach(async () => {
    await rm(root, { recursive: true });
  });

  const install = async () => {
    /** @type {string[]} */ const said = [];
    await ensureInstalled(
      root,
      path.join(root, 'install.log'),
      (line) => said.push(line),
      new AbortController().signal,
    );
    return said;
  };

  it('leaves packages alone that npm itself recorded as complete', async () => {
    await writeFile(path.join(root, 'node_modules', '.package-lock.json'), lock);
    await writeFile(nodeOfProject(root), '');
    expect(await install()).toEqual([]);
    // The stamp alone is enough from now on.
    await rm(path.join(root, 'node_modules', '.package-lock.json'));
    expect(await install()).toEqual([]);
  });

  it('tells how to get the Node.js of the project when install scripts were off', async () => {
    await writeFile(path.join(root, 'node_modules', '.package-lock.json'), lock);
    await expect(install()).rejects.toThrow(/npm ci --include=dev --ignore-scripts=false/);
  });

  it('runs npm when something is missing, and passes on why npm refuses', async () => {
    // Without a package.json beside the lock, npm ci refuses before it asks any registry.
    await expect(install()).rejects.toThrow(
      /^npm could not install the packages \(ENOENT\): read .*install\.log/,
    );
  });
});
