import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Database } from '#lib/data/database.ts';
import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import type { Jobs } from '#lib/jobs/jobs.ts';
import type { RenderPdf } from '#lib/render/pdf/render-pdf.ts';
import type { Specialist } from '#lib/specialists/contract.ts';

/** What use cases work with. Built once per process by the composition, and by each test for itself. */
export type App = {
  db: Database;
  catalogue: Catalogue;
  specialists: readonly Specialist[];
  model: LanguageModelV4;
  jobs: Jobs;
  renderPdf: RenderPdf;
  now: () => Date;
};

/** The part of it that signing in and out needs. */
export type Clocked = Pick<App, 'db' | 'now'>;
