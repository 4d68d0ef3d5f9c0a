import { passGate } from '../gate/pass-gate.ts';
import { quotesOf } from '../gate/quotes.ts';
import type { Inline, Prose } from '../gate/prose.ts';
import type { Removal } from '../run/run.ts';
import { citedFigures } from './cited-figures.ts';
import type { ReportDocument, Section } from './document.ts';
import { printedFigure } from './printed-figure.ts';
import type { ReportSource, SectionSource } from './report-source.ts';
import { answerFirst } from './sections/answer-first.ts';
import { costsByPart } from './sections/costs-by-part.ts';
import { foundations } from './sections/foundations.ts';
import { openPoints } from './sections/open-points.ts';
import { optionsCompared } from './sections/options-compared.ts';
import { recommendations } from './sections/recommendations.ts';
import { situation } from './sections/situation.ts';
import { specialistsSay } from './sections/specialists.ts';

/**
 * The report of a finished run: the answer first, then what carries it. It holds nothing that is not in the run; every
 * number about the client is a figure, every piece of prose has passed the gate, a section without content is left out.
 * The same run gives the same document. Throws `internal` when the run refers to a figure that its ledger lacks.
 */
export function buildDocument(run: ReportSource): ReportDocument {
  const removals: Removal[] = [];
  const source: SectionSource = { ...run, say: gateOf(run, removals) };
  const told = [
    answerFirst(source),
    situation(source),
    optionsCompared(source),
    costsByPart(source),
    recommendations(source),
    specialistsSay(source),
    openPoints(source),
  ];
  const cited = citedFigures(told);
  const sections = [...told, foundations(source, cited)].filter(({ blocks }) => blocks.length > 0);
  return {
    title: run.assessment.title,
    ...(run.assessment.client === undefined ? {} : { client: run.assessment.client }),
    date: run.date,
    notices: [...run.notices, ...removalNotice(removals)],
    sections,
    figures: printedFigures(sections, run),
    versions: run.versions,
  };
}

function gateOf(run: ReportSource, removals: Removal[]): (prose: Prose) => Inline[] {
  const sources = { ledger: run.ledger, identifiers: run.identifiers, quotes: quotesOf(run.assessment) };
  return (prose) => {
    const passed = passGate(prose, sources);
    removals.push(...passed.removals);
    return passed.inlines;
  };
}

function removalNotice(removals: readonly Removal[]): string[] {
  return removals.length === 0
    ? []
    : ['Sentences that held a number without a source were left out of this report.'];
}

function printedFigures(sections: readonly Section[], run: ReportSource): ReportDocument['figures'] {
  return Object.fromEntries([...citedFigures(sections)].map((id) => [id, printedFigure(id, run)]));
}
