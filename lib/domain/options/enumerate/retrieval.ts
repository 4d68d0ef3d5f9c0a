import type { RetrievalWorkload } from '../../assessment/assessment.ts';
import type { TokenPrice } from '../../catalogue/language-model.ts';
import type { Cloud } from '../../catalogue/prices.ts';
import { tokenPrices } from '../../catalogue/token-price-lookup.ts';
import type { Figure } from '../../figure/figure.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import { listed } from '../../figure/leaves/catalogued.ts';
import { answerOf, positiveAnswerOf } from '../../sizing/load/state-answers.ts';
import type { NeedContext, OptionDraft } from '../draft.ts';
import type { Drafts } from '../drafts.ts';
import { machineDrafts } from './machines.ts';

/** A vector index in the memory of cloud machines, filled once by an embedding model of the same cloud. */
export function retrievalDrafts(context: NeedContext<RetrievalWorkload>): Drafts {
  const { engine, workload } = context;
  const vectors = answerOf(engine, workload, 'chunks');
  if (vectors === undefined)
    return {
      drafts: [],
      missing: [
        {
          what: 'Size of the index',
          because: 'How many passages can be found is not said.',
          settledBy: `workloads.${workload.id}.chunks`,
        },
      ],
    };
  const memoryGib = engine.ledger.compute(
    { id: `load.${workload.id}.index-memory`, label: `Memory of the index, ${workload.name}`, unit: 'gib' },
    'index-memory',
    {
      vectors,
      dimensions:
        positiveAnswerOf(engine, workload, 'embeddingDimension') ??
        assumed(engine, 'embedding.default-dimension'),
      bytesPerDimension: assumed(engine, 'retrieval.bytes-per-dimension'),
      overheadFactor: assumed(engine, 'retrieval.index-overhead-factor'),
    },
  );
  const tokens = engine.ledger.compute(
    { id: `load.${workload.id}.tokens-to-embed`, label: 'Tokens to embed once', unit: 'tokens' },
    'product',
    {
      amount: vectors,
      factor: positiveAnswerOf(engine, workload, 'chunkTokens') ?? assumed(engine, 'retrieval.chunk-tokens'),
    },
  );
  const drafts = machineDrafts(context, 'vector-search', { memoryGib });
  return { drafts: drafts.map((draft) => withEmbedding(context, draft, tokens)), missing: [] };
}

const embeddingProviders: Readonly<Record<Cloud, string>> = {
  aws: 'AWS Bedrock',
  azure: 'Azure OpenAI',
  gcp: 'Google Vertex AI',
};

function withEmbedding({ engine, workload }: NeedContext, draft: OptionDraft, tokens: Figure): OptionDraft {
  const queries = {
    what: 'Machines for the queries',
    because: 'No measurement ties queries to vCPU: memory alone sizes these machines.',
    settledBy: `workloads.${workload.id}.queriesPerDay`,
  };
  const row =
    draft.cloud === undefined
      ? undefined
      : cheapestEmbedding(engine.catalogue, embeddingProviders[draft.cloud]);
  if (row === undefined) return { ...draft, missing: [...draft.missing, queries] };
  const once = engine.ledger.compute(
    { id: `cost.${draft.id}.embedding.once`, label: 'Embedding all passages once', unit: 'usd' },
    'token-bill',
    {
      tokens,
      usdPerMillionTokens: listed(engine, row, {
        column: 'input',
        label: `${row.model}, tokens in`,
        unit: 'usd-per-million-tokens',
        value: row.usdPerMillionTokensInput,
      }),
    },
  );
  return {
    ...draft,
    parts: [...draft.parts, { key: 'embedding', label: `Embedding all passages once by ${row.model}`, once }],
    missing: [...draft.missing, queries],
  };
}

/** The cheapest listed embedding model of a provider; undefined when it lists none. */
export function cheapestEmbedding(
  catalogue: Parameters<typeof tokenPrices>[0],
  provider: string,
): TokenPrice | undefined {
  return tokenPrices(catalogue, provider)
    .filter((row) => row.kind === 'embedding')
    .toSorted((a, b) => a.usdPerMillionTokensInput - b.usdPerMillionTokensInput)[0];
}
