import { describe, expect, it } from 'vitest';
import { buildDocument } from '#lib/domain/report/build-document.ts';
import { sampleRun } from '#lib/domain/report/sample-run.fixture.ts';
import { withPrintableText } from './printable-text.ts';

const document = buildDocument(sampleRun());
const latinOnly = (codePoint: number): boolean => codePoint < 0x250;

describe('text that the fonts can print', () => {
  it('stays as it is, without a notice', () => {
    const printed = withPrintableText({ ...document, client: 'Clínica São José' }, () => true);
    expect(printed.client).toBe('Clínica São José');
    expect(printed.notices).toEqual(document.notices);
  });

  it('has a mark in the place of each character that they lack, and a notice', () => {
    const printed = withPrintableText({ ...document, client: '病院 A' }, latinOnly);
    expect(printed.client).toBe('▯▯ A');
    expect(printed.notices).toHaveLength(document.notices.length + 1);
  });

  it('has blanks for line breaks and nothing for hidden characters', () => {
    expect(withPrintableText({ ...document, client: 'a\r\nb\u200Bc\tdé' }, latinOnly).client).toBe('a bc dé');
  });

  it('is found in every string of the document', () => {
    const printed = withPrintableText(document, (codePoint) => codePoint !== 0x2013);
    expect(JSON.stringify(printed)).not.toContain('\u2013');
  });
});
