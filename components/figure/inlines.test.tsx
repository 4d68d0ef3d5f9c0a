import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Inline } from '#lib/domain/gate/prose.ts';
import { Inlines } from './inlines.tsx';

const markupOf = (...inlines: Inline[]): string =>
  renderToStaticMarkup(
    <Inlines
      inlines={inlines}
      figure={(id) => ({
        id,
        label: 'Cost',
        text: '$4 per month',
        kind: 'computed',
        kindInWords: 'Computed',
      })}
    />,
  );

describe('prose on a screen', () => {
  it('shows a figure as a button that names it', () => {
    const markup = markupOf({ kind: 'text', text: 'It costs ' }, { kind: 'figure', figure: 'cost.monthly' });
    expect(markup).toMatch(/^It costs <button[^>]*data-figure="cost.monthly"[^>]*>\$4 per month<\/button>$/);
  });

  it('sets a code as code and a name of several words as words', () => {
    expect(markupOf({ kind: 'identifier', text: 'g6.xlarge' })).toMatch(/^<code[^>]*>g6\.xlarge<\/code>$/);
    expect(markupOf({ kind: 'identifier', text: 'Azure OpenAI' })).toMatch(
      /^<span[^>]*>Azure OpenAI<\/span>$/,
    );
  });

  it('marks the words of the client as a quotation, with the answer that holds them', () => {
    expect(markupOf({ kind: 'quote', answer: 'answers.goals', text: 'all 60 of them' })).toMatch(
      /^<q[^>]*data-answer="answers.goals"[^>]*>all 60 of them<\/q>$/,
    );
  });
});
