import { citedFigures } from '#lib/domain/report/cited-figures.ts';
import type { PrintedFigure, ReportDocument } from '#lib/domain/report/document.ts';

/** A figure with the number of its note. */
export type NotedFigure = PrintedFigure & { note: number };

/** The figures of a report, numbered in the order in which a reader meets them. */
export function notedFigures({ sections, figures }: ReportDocument): ReadonlyMap<string, NotedFigure> {
  const noted = new Map<string, NotedFigure>();
  for (const id of citedFigures(sections)) {
    const figure = figures[id];
    if (figure !== undefined) noted.set(id, { ...figure, note: noted.size + 1 });
  }
  return noted;
}
