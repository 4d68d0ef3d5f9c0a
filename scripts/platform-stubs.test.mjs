import { describe, expect, it } from 'vitest';
import { addPlatformStubs } from './platform-stubs.mjs';

describe('completing a lock', () => {
  it('adds a platform package that npm left out, with version, system and processor', () => {
    const { lock, added } = addPlatformStubs({
      packages: {
        '': {},
        'node_modules/esbuild': {
          version: '0.28.2',
          dev: true,
          optionalDependencies: { '@esbuild/darwin-arm64': '0.28.2' },
        },
      },
    });
    expect(added).toEqual(['node_modules/@esbuild/darwin-arm64']);
    expect(lock.packages['node_modules/@esbuild/darwin-arm64']).toEqual({
      version: '0.28.2',
      os: ['darwin'],
      cpu: ['arm64'],
      dev: true,
      optional: true,
    });
  });

  it('tells the two C libraries of Linux apart, so that only the fitting one is fetched', () => {
    const { lock } = addPlatformStubs({
      packages: {
        'node_modules/next': {
          optionalDependencies: {
            '@next/swc-linux-arm64-musl': '16.4.6',
            '@next/swc-linux-arm64-gnu': '16.4.6',
          },
        },
      },
    });
    expect(lock.packages['node_modules/@next/swc-linux-arm64-musl']?.libc).toEqual(['musl']);
    expect(lock.packages['node_modules/@next/swc-linux-arm64-gnu']?.libc).toEqual(['glibc']);
  });

  it('leaves what npm locked as it is and changes nothing the second time', () => {
    const first = addPlatformStubs({
      packages: {
        'node_modules/a': { optionalDependencies: { 'a-linux-x64': '1.0.0', 'a-win32-x64': '1.0.0' } },
        'node_modules/a-linux-x64': { version: '1.0.0', os: ['linux'], cpu: ['x64'] },
      },
    });
    expect(first.added).toEqual(['node_modules/a-win32-x64']);
    const second = addPlatformStubs(first.lock);
    expect(second.added).toEqual([]);
    expect(second.lock).toEqual(first.lock);
  });

  it('nests an entry when another version of it holds the outer place', () => {
    const { added } = addPlatformStubs({
      packages: {
        'node_modules/a': { version: '1.0.0', optionalDependencies: { 'a-win32-x64': '1.0.0' } },
        'node_modules/b/node_modules/a': {
          version: '2.0.0',
          optionalDependencies: { 'a-win32-x64': '2.0.0' },
        },
      },
    });
    expect(added).toEqual([
      'node_modules/a-win32-x64',
      'node_modules/b/node_modules/a/node_modules/a-win32-x64',
    ]);
  });

  it('names a missing package whose name tells no platform', () => {
    const { unrecognised } = addPlatformStubs({
      packages: { 'node_modules/a': { optionalDependencies: { 'a-extra': '^1.0.0' } } },
    });
    expect(unrecognised).toEqual(['a-extra@^1.0.0']);
  });
});
