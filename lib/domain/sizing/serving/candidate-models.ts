import type { LlmServingWorkload } from '../../assessment/assessment.ts';
import { readValue } from '../../assessment/read-answer.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { LanguageModel } from '../../catalogue/language-model.ts';
import { model as modelNamed } from '../../catalogue/model-lookup.ts';
import type { Engine } from '../../figure/leaves/engine.ts';
import { answerOf } from '../load/state-answers.ts';

/** An open model whose shape the sizing needs, and why it is priced. */
export type CandidateModel = {
  model: LanguageModel & { parametersTotal: number; kvBytesPerTokenBf16: number };
  role: 'wanted' | 'of-the-wanted-size' | 'smaller' | 'usual-size';
};

/**
 * The open models to size: the one the client named, else one of the size it thinks it needs, and a smaller one to test
 * first. Without any wish, one of 32 and one of 8 billion parameters. Models without a known shape are left out.
 */
export function candidateModels(engine: Engine, workload: LlmServingWorkload): CandidateModel[] {
  const wanted = wantedModel(engine, workload);
  if (wanted === undefined)
    return [...named(engine.catalogue, 'usual-size', 32e9), ...named(engine.catalogue, 'smaller', 8e9)];
  const smallerThan = wanted.model.parametersTotal >= 40e9 ? 32e9 : 8e9;
  const smaller = named(engine.catalogue, 'smaller', smallerThan);
  return [
    wanted,
    ...smaller.filter(({ model }) => model.parametersTotal < wanted.model.parametersTotal * 0.8),
  ];
}

/** One plain, widely used open model per size class. Which model is good enough only a test on the client's data says. */
const representatives = [
  'Qwen/Qwen3-8B',
  'microsoft/phi-4',
  'Qwen/Qwen3-32B',
  'meta-llama/Llama-3.3-70B-Instruct',
  'Qwen/Qwen3-235B-A22B',
  'meta-llama/Meta-Llama-3.1-405B',
];

function wantedModel(engine: Engine, workload: LlmServingWorkload): CandidateModel | undefined {
  const name = readValue(workload.answers.model);
  const found = name === undefined ? undefined : modelNamed(engine.catalogue, name);
  if (found !== undefined && isSizable(found)) return { model: found, role: 'wanted' };
  const size = answerOf(engine, workload, 'modelParameters')?.value;
  return size === undefined ? undefined : named(engine.catalogue, 'of-the-wanted-size', size)[0];
}

/** The representative nearest in size, by ratio. */
function named(catalogue: Catalogue, role: CandidateModel['role'], parameters: number): CandidateModel[] {
  const distance = (model: { parametersTotal: number }) =>
    Math.abs(Math.log(model.parametersTotal / parameters));
  return representatives
    .flatMap((name) => modelNamed(catalogue, name) ?? [])
    .filter(isSizable)
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, 1)
    .map((model) => ({ model, role }));
}

function isSizable(model: LanguageModel): model is CandidateModel['model'] {
  return model.parametersTotal !== null && model.kvBytesPerTokenBf16 !== null;
}
