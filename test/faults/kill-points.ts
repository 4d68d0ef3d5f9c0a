import type { Change } from '#embedded/inngest/state/store.ts';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import { createAnalyst } from '#lib/llm/analyst.ts';
import { renderPdf } from '#lib/render/pdf/render-pdf.ts';
import type { App } from '#lib/usecases/app.ts';
import type { Moment } from './moments.ts';

export type KillPoints = {
  /** What stands behind the ports of the app, so that a moment is met inside a step. */
  ports: Partial<App>;
  /** To be told each change that the executor has on disk. */
  onChange: (change: Change) => void;
};

/** Calls `kill` when the moment comes; without a moment, never. Every moment is a thing that happens, none is a time. */
export async function killPoints(moment: Moment | undefined, kill: () => void): Promise<KillPoints> {
  const briefs = heldBriefs(kill);
  switch (moment) {
    case undefined:
      return { ports: {}, onChange: () => {} };
    case 'while prepare computes':
      return { ports: { catalogue: killingCatalogue(await readCatalogue(), kill) }, onChange: () => {} };
    case 'between two steps':
      return {
        ports: {},
        onChange: (change) => {
          if (change.kind === 'step-completed' && change.stepName === 'prepare') kill();
        },
      };
    case 'while specialists work':
      return { ports: { model: briefs.model }, onChange: briefs.onChange };
    case 'while the report is printed':
      return {
        ports: {
          renderPdf(document) {
            const printing = renderPdf(document);
            setImmediate(kill);
            return printing;
          },
        },
        onChange: () => {},
      };
    case 'after the last step':
      return {
        ports: {},
        onChange: (change) => {
          if (change.kind === 'run-completed' && change.functionId.endsWith('-report')) kill();
        },
      };
  }
}

/** Outside the steps only the catalogue's version is read; the first price row is read while prepare computes. */
function killingCatalogue(catalogue: Catalogue, kill: () => void): Catalogue {
  return new Proxy(catalogue, {
    get(target, key, receiver): unknown {
      if (key !== 'version') kill();
      return Reflect.get(target, key, receiver);
    },
  });
}

/** A model that writes the first brief and holds the others; it kills when that one is on disk and another is being written. */
function heldBriefs(kill: () => void): { model: App['model']; onChange: (change: Change) => void } {
  const analyst = createAnalyst();
  let asked = 0;
  let stored = false;
  const killWhenBoth = (): void => {
    if (stored && asked > 1) kill();
  };
  return {
    model: {
      ...analyst,
      doGenerate(options) {
        asked += 1;
        if (asked === 1) return analyst.doGenerate(options);
        killWhenBoth();
        return new Promise(() => {});
      },
    },
    onChange(change) {
      stored ||= change.kind === 'step-completed' && change.stepName === 'investigate';
      killWhenBoth();
    },
  };
}
