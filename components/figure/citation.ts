import type { FigureView } from '#lib/domain/figure/view.ts';

/** A figure with its pedigree in one line of text, to be pasted into a letter: value, band, what it is, where it comes from. */
export function citationOf(view: FigureView): string {
  const band = view.band === undefined ? '' : ` (80 % band: ${view.band})`;
  return `${view.label}: ${view.text}${band}. ${originOf(view)}. [${view.id}]`;
}

function originOf({ kindInWords, formula, answer, source, asOf }: FigureView): string {
  if (formula !== undefined) return `${kindInWords}: ${formula.filled ?? formula.expression}`;
  if (answer !== undefined)
    return [kindInWords, answer.question, answer.said].filter((part) => part !== undefined).join(': ');
  const dated = asOf === undefined || source?.includes(asOf) === true ? source : `${source}, ${asOf}`;
  return dated === undefined ? kindInWords : `${kindInWords}: ${dated}`;
}
