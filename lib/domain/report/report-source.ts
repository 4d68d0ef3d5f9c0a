import type { Assessment } from '../assessment/assessment.ts';
import type { Assumption } from '../catalogue/assumption.ts';
import type { IsoDate } from '../figure/figure.ts';
import type { Ledger } from '../figure/ledger.ts';
import type { Inline, Prose } from '../gate/prose.ts';
import type { Missing } from '../options/option.ts';
import type { Need, SpecialistResult, Synthesis } from '../run/run.ts';
import type { ReportDocument } from './document.ts';

/** The finished run that a report tells of. `ledger` holds the figures of the base analysis and of every specialist. */
export type ReportSource = {
  assessment: Assessment;
  date: IsoDate;
  /** What the reader must know first: the built-in analyst wrote the prose, a part is degraded. */
  notices: readonly string[];
  versions: ReportDocument['versions'];
  ledger: Ledger;
  needs: readonly Need[];
  /** What could not be analysed at all, beside what each need and option lacks. */
  missing: readonly Missing[];
  specialists: readonly SpecialistResult[];
  synthesis: Synthesis;
  /** The assumption table of the run's catalogue. */
  assumptions: readonly Assumption[];
  /** See `runIdentifiers`. */
  identifiers: ReadonlySet<string>;
};

/** What a section is written from: the run, and the gate that its prose passes. */
export type SectionSource = ReportSource & { say: (prose: Prose) => Inline[] };
