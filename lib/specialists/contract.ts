import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import type { Ledger } from '#lib/domain/figure/ledger.ts';
import type { Findings, Need } from '#lib/domain/run/run.ts';
import type { SpecialistName } from '#lib/domain/run/specialist-name.ts';

/** What a specialist may look at. */
export type SpecialistInput = {
  assessment: Assessment;
  catalogue: Catalogue;
  ledger: Ledger;
  needs: readonly Need[];
};

/** One expert of a run. `investigate` is pure; the brief is written from its findings by the model in use. */
export type Specialist = {
  name: SpecialistName;
  /** The question that the specialist answers, as the run page shows it. */
  question: string;
  /** What the model is told to be and to do, when a language model writes the brief. */
  instructions: string;
  investigate: (input: SpecialistInput) => Findings;
};
