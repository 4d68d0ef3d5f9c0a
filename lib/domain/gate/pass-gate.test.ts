import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passGate } from './pass-gate.ts';
import { plainSentences, plantedNumbers } from './planted-numbers.fixture.ts';
import type { Inline } from './prose.ts';

const sources = {
  ledger: new Set(['cost', 'cost.notes.gpu-cloud.monthly']),
  identifiers: new Set([
    'H100',
    'p5.48xlarge',
    'us-east-1',
    'ISO 27001',
    'AC-2',
    'AC-2(1)',
    '7',
    '8B',
    'Llama 3.1 8B',
  ]),
  quotes: new Map([['answers.goals', 'we need 7 of them, at least']]),
};

const textOf = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');

const hidden = ['\u200B', '\u00AD', '\u202E', '\u2060', '\uFE0F', '\uE000', '\u{E0035}'];

describe('numbers without a source', () => {
  it.each(plantedNumbers)('are taken out with their sentence: %s', (sentence) => {
    const { inlines, removals } = passGate(`The plan holds. ${sentence} It is sound.`, sources);
    expect(textOf(inlines)).toBe('The plan holds. It is sound.');
    expect(removals.map(({ because }) => because)).toEqual([expect.stringMatching(/\.|: ./)]);
  });

  it('never leave a digit outside a figure, a name or a quote', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '{{fig:cost}}',
        '{{id:H100}}',
        '{{quote:answers.goals}}',
        'p5.48xlarge',
        ...hidden,
        ' ',
        '. ',
        '\n',
        ...plantedNumbers,
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const shown = textOf(passGate(pieces.join(''), sources).inlines);
        expect(shown.normalize('NFKD')).not.toMatch(/\p{N}/u);
        expect(shown).not.toMatch(/\p{Cf}|\p{Co}|\{\{|\}\}/u);
      }),
      { numRuns: 500 },
    );
  });

  it('are found wherever they stand among plain sentences', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...plainSentences), { minLength: 1 }),
        fc.constantFrom(...plantedNumbers),
        fc.nat(),
        (plain, planted, seed) => {
          const at = seed % (plain.length + 1);
          const prose = [...plain.slice(0, at), planted, ...plain.slice(at)].join(' ');
          const { inlines, removals } = passGate(prose, sources);
          expect(textOf(inlines)).toBe(plain.join(' '));
          expect(removals).toHaveLength(1);
        },
      ),
    );
  });
});

describe('text without numbers', () => {
  it.each(plainSentences)('comes through unchanged: %s', (sentence) => {
    expect(passGate(sentence, sources)).toEqual({
      inlines: [{ kind: 'text', text: sentence }],
      removals: [],
    });
  });

  it('comes through unchanged however it is put together', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...plainSentences), { minLength: 1 }), (sentences) => {
        const prose = sentences.join(' ');
        expect(passGate(prose, sources)).toEqual({ inlines: [{ kind: 'text', text: prose }], removals: [] });
      }),
    );
  });
});

describe('characters that no reader sees', () => {
  it('are taken out of what is shown', () => {
    expect(textOf(passGate(`A pl${hidden.join('')}an`, sources).inlines)).toBe('A plan');
  });

  it('do not keep a mark from being read', () => {
    expect(passGate('{{fi\u200Bg:cost}}', sources).inlines).toEqual([{ kind: 'figure', figure: 'cost' }]);
  });
});

describe('what has a source', () => {
  it('becomes a figure, a name or a quote', () => {
    const prose =
      'It costs {{fig:cost.notes.gpu-cloud.monthly}} on {{id:H100}}; the client said {{quote:answers.goals}}.';
    expect(passGate(prose, sources).inlines).toEqual([
      { kind: 'text', text: 'It costs ' },
      { kind: 'figure', figure: 'cost.notes.gpu-cloud.monthly' },
      { kind: 'text', text: ' on ' },
      { kind: 'identifier', text: 'H100' },
      { kind: 'text', text: '; the client said ' },
      { kind: 'quote', answer: 'answers.goals', text: 'we need 7 of them, at least' },
      { kind: 'text', text: '.' },
    ]);
  });

  it('leaves names without digits as the plain words that they may be', () => {
    const named = { ...sources, identifiers: new Set(['own', 'Azure']) };
    const { inlines } = passGate('Keep it in the own account on Azure.', named);
    expect(inlines).toEqual([{ kind: 'text', text: 'Keep it in the own account on Azure.' }]);
  });

  it('is known by name where it stands in the text, the longest name first', () => {
    const { inlines, removals } = passGate(
      'Run Llama 3.1 8B on p5.48xlarge in us-east-1 under AC-2(1).',
      sources,
    );
    expect(removals).toEqual([]);
    expect(inlines.filter(({ kind }) => kind === 'identifier')).toEqual(
      ['Llama 3.1 8B', 'p5.48xlarge', 'us-east-1', 'AC-2(1)'].map((text) => ({ kind: 'identifier', text })),
    );
  });

  it('is no way in for a quantity, even one that the run lists as a name', () => {
    expect(passGate('Move 7 racks. Use 8B tokens.', sources).inlines).toEqual([]);
  });

  it('ends a sentence at a dot after a name or a figure', () => {
    const { inlines, removals } = passGate(
      'It runs on p5.48xlarge. It costs {{fig:cost}}. Use 9 of them.',
      sources,
    );
    expect(removals).toEqual([
      { sentence: 'Use 9 of them.', because: 'It holds a number without a source: 9.' },
    ]);
    expect(textOf(inlines)).toBe('It runs on . It costs .');
  });

  it('stays whole around "e.g." before a name in capitals', () => {
    expect(passGate('Use a cloud, e.g. Azure with 5 zones. Then wait.', sources).inlines).toEqual([
      { kind: 'text', text: 'Then wait.' },
    ]);
  });
});

describe('markup', () => {
  it('leaves the words of a link and drops its target', () => {
    expect(passGate('Read [the guide](javascript:alert) first.', sources).inlines).toEqual([
      { kind: 'text', text: 'Read the guide first.' },
    ]);
  });

  it('of lists and emphasis is taken out', () => {
    expect(textOf(passGate('- **Keep** it\n- Move it', sources).inlines)).toBe('Keep it\nMove it');
  });
});
