import { describe, expect, it } from 'vitest';
import { localPath } from './local-path.ts';

describe('where sign-in leads', () => {
  it.each(['/', '/runs/42?tab=cost', '/runs/42#risks', '/clients?search=M%C3%BCller%20AG'])(
    '%s is a path of this site',
    (path) => {
      expect(localPath(path)).toBe(path);
    },
  );

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/.//evil.example',
    '/runs/..//evil.example',
    '/\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '//[',
    '',
    undefined,
    ['/runs/42', '//evil.example'],
  ])('%j is refused', (path) => {
    expect(localPath(path)).toBe('/');
  });
});
