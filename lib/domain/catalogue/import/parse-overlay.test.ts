import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/errors.ts';
import { listSource } from '../test-rows.ts';
import { overlayOf } from './overlay.ts';
import { parseOverlay } from './parse-overlay.ts';

const scope = {
  line: 2,
  cloud: 'aws',
  sku: 'm6i.*',
  region: '*',
  kind: '*',
  validFrom: '2026-02-01',
} as const;
const overlay = overlayOf(listSource, [{ ...scope, discountPercent: 10 }]);

describe('a stored overlay', () => {
  it('is read back as it was written', () => {
    expect(parseOverlay(JSON.parse(JSON.stringify(overlay)))).toEqual(overlay);
  });

  it.each([
    ['a changed discount', { ...overlay, entries: [{ ...scope, discountPercent: 90 }] }, 'changed after'],
    ['another source', { ...overlay, source: { ...listSource, label: 'Other' } }, 'changed after'],
    ['a discount of all', { ...overlay, entries: [{ ...scope, discountPercent: 100 }] }, 'not valid'],
    ['another format', { ...overlay, format: 'x' }, 'not valid'],
    ['no overlay', null, 'not valid'],
  ])('is refused with %s', (_what, json, reason) => {
    expect(() => parseOverlay(json)).toThrow(AppError);
    expect(() => parseOverlay(json)).toThrow(reason);
  });
});
