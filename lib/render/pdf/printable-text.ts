import type { ReportDocument } from '#lib/domain/report/document.ts';

/** Stands for a character that the fonts of the report cannot print. */
export const unprintable = '\u25AF';

/**
 * The document with only characters that can be printed: others become a visible mark, and then the document says so
 * in its notices. Line breaks and control characters inside a text become blanks.
 */
export function withPrintableText(
  document: ReportDocument,
  canPrint: (codePoint: number) => boolean,
): ReportDocument {
  const lacking = new Set<string>();
  const printable = (text: string): string =>
    text
      .normalize('NFC')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
      .replace(/[^\u0020-\u007E]/gu, (character) => {
        if (canPrint(character.codePointAt(0) ?? 0)) return character;
        lacking.add(character);
        return unprintable;
      });
  const printed = mapTexts(document, printable);
  if (lacking.size === 0) return printed;
  const notice = `Some characters of this report are in a script that its fonts lack; each is shown as ${unprintable}.`;
  return { ...printed, notices: [...printed.notices, notice] };
}

/** The same value with every string in it changed; keys stay. */
function mapTexts<T>(value: T, change: (text: string) => string): T;
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, mapTexts(held, change)]));
}
