import { extractText, getDocumentProxy } from 'unpdf';
import { strayNumbers } from './stray-numbers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The text of a PDF, page by page, with single blanks for every break. */
export async function textsOfReport(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
  return text;
}

/** The day of the report, at the head of every page. */
const longDate = /^\d{1,2} \p{L}+ 20\d\d/gmu;

/** The cover tells what the report was made from: hashes, and the version of the engine. */
const versions = /^(?:[0-9a-f]{16}|\d+)$/gmu;

/**
 * Every number of a report that is neither a figure of the run, nor a part of a name, a source or the client's words, nor of
 * the interface: page numbers, numbers of chapters and lines of the contents, and the numbers in front of notes and
 * recommendations, all of which stand alone on their line or begin it.
 */
export function strayNumbersInReport(pages: readonly string[], { names, numbers }: Vocabulary): string[] {
  return withoutNoteNumbers(pages).flatMap((page, index) => {
    const text = page
      .replaceAll(index === 0 ? versions : /^$/gu, '')
      .replaceAll(longDate, '')
      .replace(`Page ${index + 1} of ${pages.length}`, '')
      .replaceAll(/^\d+(\.\d+)?\.?$/gmu, '')
      .replaceAll(/^\d+(\.\d+)?\.? (?=\p{Lu})/gmu, '');
    return strayNumbers(text, [...names, ...numbers]).map((stray) => `page ${index + 1}: ${stray}`);
  });
}

/** From the last chapter on, the lines that begin with 1, 2, 3 and so on do so without it. */
function withoutNoteNumbers(pages: readonly string[]): string[] {
  const first = pages.findLastIndex((page) => /^\d+ Notes: where every figure comes from$/mu.test(page));
  let next = 1;
  return pages.map((page, index) => {
    if (index < first) return page;
    const lines = page.split('\n').map((line) => {
      if (!line.startsWith(`${next} `)) return line;
      next += 1;
      return line.slice(line.indexOf(' ') + 1);
    });
    return lines.join('\n');
  });
}
