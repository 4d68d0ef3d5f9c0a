import type { Catalogue } from './catalogue.ts';
import { foldName } from './fold-name.ts';
import type { LanguageModel } from './language-model.ts';

/**
 * The model of this name: a Hugging Face id, or the short name with or without organisation, `Meta-`, and the ending of
 * a tuned or quantised variant, which has the same shape (`Llama-3.1-70B-Instruct`). Undefined when unknown or when
 * two models share the short name.
 */
export function model(catalogue: Catalogue, name: string): LanguageModel | undefined {
  const known = catalogue.index.modelsByName;
  return known.get(foldName(name)) ?? known.get(shortName(name));
}

/** Models by folded full name, and by folded short name where it means one model only. */
export function indexModels(models: readonly LanguageModel[]): Map<string, LanguageModel> {
  const byName = new Map<string, LanguageModel>();
  for (const [short, sharing] of Map.groupBy(models, (row) => shortName(row.name))) {
    const [only, another] = sharing;
    if (only !== undefined && another === undefined) byName.set(short, only);
  }
  for (const row of models) byName.set(foldName(row.name), row);
  return byName;
}

const variant = /[-_ ](?:instruct|chat|it|base|hf|bf16|fp8|fp4|nvfp4|awq|gptq|int4|int8|v0\.\d|v1|8k)$/i;

function shortName(name: string): string {
  let short = name.slice(name.lastIndexOf('/') + 1).replace(/^meta[- ]/i, '');
  while (variant.test(short)) short = short.replace(variant, '');
  return foldName(short);
}
