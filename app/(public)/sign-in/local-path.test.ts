import { describe, expect, it } from 'vitest';
import { localPath } from './local-path.ts';

describe('where sign-in leads', () => {
  it('is a path of this site', () => {
    expect(localPath('/runs/42?tab=cost')).toBe('/runs/42?tab=cost');
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    undefined,
  ])('%s is refused', (path) => {
    expect(localPath(path)).toBe('/');
  });
});
