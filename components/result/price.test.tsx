import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { FigureView } from '#lib/domain/figure/view.ts';
import type { Option } from '#lib/domain/options/option.ts';
import { Price } from './price.tsx';

const option: Option = {
  id: 'notes.token-api.x',
  need: 'notes',
  service: 'token-api',
  title: 'x by the token',
  design: { provider: 'x', purchase: 'per-token' },
  parts: [{ key: 'tokens', label: 'Tokens', monthly: 'cost.monthly' }],
  monthly: 'cost.monthly',
  missing: [],
  checks: [],
  proxy: false,
};

const figure = (id: string): FigureView => ({
  id,
  label: 'Cost per month',
  text: '$1,230 per month',
  kind: 'computed',
  kindInWords: 'Computed',
});

function shown(given: Option): string {
  const markup = renderToStaticMarkup(<Price option={given} figure={given.monthly} view={{ figure }} />);
  return markup.replace(/<[^>]+>/g, '');
}

describe('the price of an option', () => {
  it('is the figure, with the period left to the head of the column', () => {
    expect(shown(option)).toBe('$1,230');
  });

  it('is a lower bound while parts of it are missing', () => {
    expect(shown({ ...option, missing: [{ what: 'Storage', because: 'Not said.' }] })).toBe(
      'at least $1,230',
    );
  });

  it('is said to be unknown and never a zero', () => {
    expect(shown({ ...option, monthly: undefined, parts: [] })).toBe('not priced');
    expect(shown({ ...option, monthly: undefined })).toBe('–');
  });
});
