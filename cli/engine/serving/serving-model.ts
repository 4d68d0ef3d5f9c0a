import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import type { LanguageModel } from '#lib/domain/catalogue/language-model.ts';
import { model } from '#lib/domain/catalogue/model-lookup.ts';
import { badField, type Input, optionalAmount, optionalText, unknownName } from '../fields.ts';

/** The columns of the model table that hold amounts, and what the engine calls them. */
const amounts = {
  params_total: 'parametersTotal',
  params_active: 'parametersActive',
  layers: 'layers',
  hidden: 'hiddenSize',
  heads: 'attentionHeads',
  kv_heads: 'kvHeads',
  head_dim: 'headDimension',
  vocab: 'vocabulary',
  context: 'contextTokens',
  intermediate: 'intermediateSize',
  moe_experts: 'moeExperts',
  moe_active_experts: 'moeActiveExperts',
  moe_shared_experts: 'moeSharedExperts',
  moe_intermediate: 'moeIntermediateSize',
  mla_kv_dim: 'mlaKvDimension',
  kv_bytes_per_token_bf16: 'kvBytesPerTokenBf16',
} as const;
type Amount = keyof typeof amounts;
const amountColumns = Object.keys(amounts).filter((column): column is Amount => column in amounts);

/** Fields that name a model or describe its shape. */
export const modelFields = ['model', 'llms_name', 'name', 'attention', ...amountColumns] as const;

/**
 * The model of a line: by its name in the model table, by its shape in the columns of that table, or a known one with some
 * columns changed. Throws `not-found` for an unknown name without a shape, `invalid-input` when neither is there.
 */
export function servingModel(catalogue: Catalogue, input: Input): LanguageModel {
  const field = ['llms_name', 'model', 'name'].find((one) => optionalText(input, one) !== undefined);
  const names = ['llms_name', 'model', 'name'].flatMap((one) => optionalText(input, one) ?? []);
  const known = names.map((name) => model(catalogue, name)).find((found) => found !== undefined);
  const shape = shapeIn(input);
  if (Object.keys(shape).length === 0) {
    if (known !== undefined) return known;
    if (field === undefined) throw badField('model', 'is missing, and so is the shape of one');
    throw unknownName(field, names[0] ?? '');
  }
  const base = known ?? { ...unknownShape, ...named(names[0] ?? 'the model described') };
  if (known === undefined && shape.layers === undefined) throw badField('layers', 'is missing');
  const described: LanguageModel = { ...base, ...shape };
  return {
    ...described,
    parametersActive:
      described.parametersActive ?? (described.moeExperts === null ? described.parametersTotal : null),
    kvBytesPerTokenBf16: described.kvBytesPerTokenBf16 ?? plainCacheBytes(described),
  };
}

type Shape = { -readonly [K in (typeof amounts)[Amount] | 'attention']?: LanguageModel[K] };

function shapeIn(input: Input): Shape {
  const shape: Partial<Record<(typeof amounts)[Amount], number>> & { attention?: string } = {};
  for (const column of amountColumns) {
    const amount = optionalAmount(input, column);
    if (amount !== undefined) shape[amounts[column]] = amount;
  }
  const attention = optionalText(input, 'attention');
  return attention === undefined ? shape : { ...shape, attention };
}

/**
 * Keys and values, or the latent, of every layer at 16 bit. Only where every layer attends to everything: hybrid and
 * sliding-window attention keep less, by what the columns do not say.
 */
function plainCacheBytes({
  attention,
  layers,
  kvHeads,
  headDimension,
  mlaKvDimension,
}: LanguageModel): number | null {
  if (attention === 'MLA' && mlaKvDimension !== null) return layers * mlaKvDimension * 2;
  if (!/^(?:MHA|GQA|MQA)$/.test(attention) || kvHeads === null || headDimension === null) return null;
  return 2 * layers * kvHeads * headDimension * 2;
}

function named(name: string) {
  return { id: `models:${name}`, name } as const;
}

const unknownShape = {
  parametersTotal: null,
  parametersActive: null,
  parametersBasis: null,
  layers: 1,
  hiddenSize: null,
  attentionHeads: null,
  kvHeads: null,
  headDimension: null,
  vocabulary: null,
  contextTokens: null,
  intermediateSize: null,
  moeExperts: null,
  moeActiveExperts: null,
  moeSharedExperts: null,
  moeIntermediateSize: null,
  mlaKvDimension: null,
  kvBytesPerTokenBf16: null,
  attention: 'unknown',
  licence: null,
  note: null,
  source: 'described',
  asOf: null,
} as const;
