import type { Accelerator } from '../../../catalogue/accelerator.ts';
import type { LanguageModel } from '../../../catalogue/language-model.ts';
import type { FittedServing } from './fitted-serving.ts';
import type { ReadCase } from './read-case.ts';
import { linkGbPerSecond } from './serving-case.ts';
import { type Refusal, refuse, type ServingSetup } from './setup.ts';

/** How much wider the band becomes outside of what was measured, and why. */
export type Distance = { readonly widening: number; readonly notes: readonly string[] };

/**
 * Distance of a set-up from the measurements: each thing never measured multiplies the band's width (in logarithms).
 * The factors are judgement, not fitted: no measurement can tell how wrong the model is where there is none. Refused
 * where the engines or the arithmetic differ in kind, or a length lies more than sixteen times outside.
 */
export function distanceFrom(
  measured: FittedServing['measured'],
  setup: ServingSetup,
  model: LanguageModel,
  part: Accelerator,
  { deployment, decode }: ReadCase,
): Distance | Refusal {
  const found: { factor: number; note: string }[] = [];
  if (!measured.architectures.includes(part.architecture)) {
    if (!neighbours.has(part.architecture)) {
      return refuse(
        'gpu-not-measured',
        `No measurement of ${part.architecture} or a related generation exists.`,
      );
    }
    found.push({ factor: 1.6, note: `No measurement of the ${part.architecture} generation.` });
  } else if (part.nvlinkGbPerSecond === null) {
    found.push({ factor: 1.4, note: 'No measurement of a part without NVLink.' });
  }
  if (decode.engine === null) found.push({ factor: 1.4, note: 'Engine not stated or never measured.' });
  if (deployment.decode.pipelineStages > 1) {
    found.push({ factor: 1.4, note: 'Pipeline parallelism was never measured.' });
  }
  if (linkGbPerSecond(part, deployment.decode.gpus) < linkGbPerSecond(part, 1)) {
    found.push({ factor: 1.3, note: 'One copy of the model spans several machines.' });
  }
  const outside = outsideOf(measured, setup, model, deployment.decode.concurrency);
  const far = outside.find(({ excess }) => excess > 16);
  if (far !== undefined) {
    return refuse(
      'far-from-measurements',
      `${far.what}: more than sixteen times outside of what was measured.`,
    );
  }
  for (const { what, excess } of outside) {
    found.push({ factor: 1 + 0.35 * Math.log(excess), note: `${what}: outside of what was measured.` });
  }
  return {
    widening: found.reduce((product, { factor }) => product * factor, 1),
    notes: found.map(({ note }) => note),
  };
}

/** Generations with the same engines and the same kind of tensor cores as the measured ones. */
const neighbours: ReadonlySet<string> = new Set(['Ampere', 'Ada']);

function outsideOf(
  measured: FittedServing['measured'],
  setup: ServingSetup,
  model: LanguageModel,
  concurrency: number,
): { what: string; excess: number }[] {
  const active = model.parametersActive ?? measured.activeParameters.least;
  const said = [
    { what: 'Length of the prompt', value: setup.inputTokens, range: measured.inputTokens },
    { what: 'Length of the answer', value: setup.outputTokens, range: measured.outputTokens },
    { what: 'Requests at the same time', value: concurrency, range: measured.concurrency },
    { what: 'Size of the model', value: active, range: measured.activeParameters },
  ];
  return said
    .map(({ what, value, range }) => ({
      what,
      excess: value > 0 ? Math.max(value / range.most, range.least / value, 1) : Infinity,
    }))
    .filter(({ excess }) => excess > 1.1);
}
