import type { AnswerPath } from '../assessment/assessment.ts';
import type { FigureId } from '../figure/figure.ts';
import type { Removal } from '../run/run.ts';
import { isName } from './identifiers.ts';
import { numberIn } from './number-like.ts';
import type { Inline, Prose } from './prose.ts';
import { markNamesIn } from './names-in-text.ts';
import { readMarks, restoreMarks } from './marks.ts';
import type { MarkedText } from './marks.ts';
import { sentencesOf } from './sentences.ts';
import { misplacedFigure } from './figure-neighbours.ts';

/** What a run has that prose may refer to. */
export type GateSources = {
  /** The figures that exist; a `Ledger` is one. */
  ledger: { has(figure: FigureId): boolean };
  /** SKUs, regions, controls, standards and model names of the run: see `runIdentifiers`. */
  identifiers: ReadonlySet<string>;
  /** What the client said, word for word, by the answer that holds it: see `quotesOf`. */
  quotes: ReadonlyMap<AnswerPath, string>;
};

/**
 * Lets prose through sentence by sentence. Returns it taken apart into text, figures, identifiers and quotes, and each
 * sentence that had to go with the reason. A sentence goes when it refers to a figure, identifier or quote that the
 * run does not have, or when its own text holds anything that reads as a number (see `numberIn`), a link, or markup.
 * What is judged is what a person would see: hidden characters are taken out first, markdown marks too.
 */
export function passGate(prose: Prose, sources: GateSources): { inlines: Inline[]; removals: Removal[] } {
  const inlines: Inline[] = [];
  const removals: Removal[] = [];
  const marked = readMarks(prose);
  for (const sentence of sentencesOf(marked)) {
    const passed = passSentence(sentence, sources);
    if (typeof passed === 'string')
      removals.push({ sentence: restoreMarks(sentence).trim(), because: passed });
    else inlines.push(...passed);
  }
  return { inlines: joinTexts(removals.length === 0 ? inlines : trimEnds(inlines)), removals };
}

/** The inlines of a sentence, or why it has to go. */
function passSentence(sentence: MarkedText, sources: GateSources): Inline[] | string {
  const misplaced = misplacedFigure(sentence);
  if (misplaced !== undefined) return misplaced;
  const inlines: Inline[] = [];
  for (const piece of sentence) {
    if (piece.kind === 'text') {
      inlines.push(...markNamesIn(piece.text, sources.identifiers));
    } else {
      const inline = resolve(piece, sources);
      if (typeof inline === 'string') return inline;
      inlines.push(inline);
    }
  }
  return numberIn(visibleText(inlines)) ?? inlines;
}

function resolve(mark: Exclude<MarkedText[number], { kind: 'text' }>, sources: GateSources): Inline | string {
  if (mark.kind === 'fig') {
    if (!sources.ledger.has(mark.of))
      return `It refers to the figure ${mark.of}, which this run does not have.`;
    return { kind: 'figure', figure: mark.of };
  }
  if (mark.kind === 'id') {
    if (!isName(mark.of) || !sources.identifiers.has(mark.of))
      return `It refers to ${mark.of}, which is not among the names of this run.`;
    return { kind: 'identifier', text: mark.of };
  }
  const text = sources.quotes.get(mark.of);
  if (text === undefined) return `It quotes the answer ${mark.of}, which has no quote.`;
  return { kind: 'quote', answer: mark.of, text };
}

/** The text that the gate has to answer for; everything that has a source stands as a neutral mark. */
function visibleText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.kind === 'text' ? inline.text : '\u{FFFC}')).join('');
}

function joinTexts(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text') last.text += inline.text;
    else if (inline.kind !== 'text' || inline.text !== '') joined.push({ ...inline });
  }
  return joined;
}

/** What is left after a removal begins and ends with words, not with the blanks that set the sentence apart. */
function trimEnds(inlines: readonly Inline[]): Inline[] {
  return joinTexts(inlines).map((inline, index, all) => {
    if (inline.kind !== 'text') return inline;
    const start = index === 0 ? inline.text.trimStart() : inline.text;
    return { kind: 'text', text: index === all.length - 1 ? start.trimEnd() : start };
  });
}
