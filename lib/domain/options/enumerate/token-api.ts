import type { LlmServingWorkload } from '../../assessment/assessment.ts';
import { readValue } from '../../assessment/read-answer.ts';
import type { TokenPrice } from '../../catalogue/language-model.ts';
import type { Cloud } from '../../catalogue/prices.ts';
import { tokenPrice } from '../../catalogue/token-price-lookup.ts';
import { foldName } from '../../catalogue/fold-name.ts';
import type { Figure } from '../../figure/figure.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import { listed } from '../../figure/leaves/catalogued.ts';
import type { ServingLoad } from '../../sizing/load/serving-load.ts';
import type { NeedContext, OptionDraft, PartDraft } from '../draft.ts';
import { optionId } from '../draft.ts';
import { missingParts } from '../missing-parts.ts';

/**
 * Hosted models by the token: two unlike ones of each cloud the client uses, one of the other clouds, one of a provider
 * with its seat in the EU, and the model the client named. Prices say nothing of quality.
 */
export function tokenApiDrafts(context: NeedContext<LlmServingWorkload>, load: ServingLoad): OptionDraft[] {
  return hostedModels(context).map((hosted) => draftOf(context, hosted, load));
}

type Hosted = { row: TokenPrice; cloud?: Cloud | undefined; openWeights: boolean };

type KnownModel = { provider: string; model: string; cloud?: Cloud; openWeights: boolean };

/** Current models of each provider, a cheap one before a strong one. */
const knownModels: readonly KnownModel[] = [
  { provider: 'Azure OpenAI', model: 'gpt-5-mini', cloud: 'azure', openWeights: false },
  { provider: 'Azure OpenAI', model: 'gpt-5.1', cloud: 'azure', openWeights: false },
  { provider: 'AWS Bedrock', model: 'meta.llama3-3-70b-instruct-v1:0', cloud: 'aws', openWeights: true },
  { provider: 'AWS Bedrock', model: 'claude-haiku-4-5-20251001', cloud: 'aws', openWeights: false },
  { provider: 'Google Vertex AI', model: 'gemini-2.5-flash', cloud: 'gcp', openWeights: false },
  { provider: 'Google Vertex AI', model: 'llama-3.3-70b-instruct-maas', cloud: 'gcp', openWeights: true },
  { provider: 'Mistral', model: 'mistral-large-2512', openWeights: true },
];

function hostedModels({ engine, workload }: NeedContext<LlmServingWorkload>): Hosted[] {
  const { assessment, catalogue } = engine;
  const used = [
    ...(readValue(assessment.answers.clouds) ?? []),
    readValue(assessment.answers.preferredCloud) ?? 'none',
  ];
  const openOnly =
    readValue(workload.answers.openModelRequired) === true ||
    readValue(assessment.answers.openSourcePreferred) === 'required';
  const taken = new Map<string, number>();
  const chosen = knownModels.filter(({ provider, cloud, openWeights }) => {
    if (openOnly && !openWeights) return false;
    const count = (taken.get(provider) ?? 0) + 1;
    taken.set(provider, count);
    return count === 1 || (cloud !== undefined && used.includes(cloud));
  });
  const known = chosen.flatMap(({ provider, model, cloud, openWeights }): Hosted[] => {
    const row = tokenPrice(catalogue, provider, model);
    return row === undefined ? [] : [{ row, cloud, openWeights }];
  });
  const wanted = wantedModel(engine.catalogue.tokenPrices, readValue(workload.answers.model));
  return wanted === undefined || known.some(({ row }) => row.id === wanted.id)
    ? known
    : [{ row: wanted, cloud: undefined, openWeights: false }, ...known];
}

function wantedModel(rows: readonly TokenPrice[], name: string | undefined): TokenPrice | undefined {
  if (name === undefined) return undefined;
  return rows.find((row) => row.kind === 'chat' && foldName(row.model) === foldName(name));
}

function draftOf(
  context: NeedContext<LlmServingWorkload>,
  { row, cloud, openWeights }: Hosted,
  load: ServingLoad,
): OptionDraft {
  const id = optionId(context.workload.id, 'token-api', row.provider, row.model);
  const places = cloud === undefined ? undefined : context.market.places[cloud];
  const { inputTokensPerMonth, outputTokensPerMonth } = load;
  return {
    id,
    service: 'token-api',
    title: `${row.model} by the token, ${row.provider}`,
    design: {
      provider: row.provider,
      region: (places?.home ?? places?.regions[0])?.region,
      model: row.model,
      purchase: 'per-token',
    },
    cloud,
    parts: [
      ...inputPart(context, id, row, inputTokensPerMonth),
      ...outputPart(context, id, row, outputTokensPerMonth),
    ],
    missing:
      inputTokensPerMonth === undefined || outputTokensPerMonth === undefined
        ? [
            {
              what: missingParts.tokens,
              because: 'How many requests of which length there are is not said.',
              settledBy: `workloads.${context.workload.id}.requestsPerDay`,
            },
          ]
        : [],
    proxy: false,
    facts: { redundancy: 'by-provider', peak: load.peakRequestsPerSecond, openWeights },
  };
}

function inputPart(
  { engine }: NeedContext,
  id: string,
  row: TokenPrice,
  tokens: Figure | undefined,
): PartDraft[] {
  if (tokens === undefined) return [];
  const described = {
    id: `cost.${id}.tokens-in.monthly`,
    label: 'Tokens read by the model',
    unit: 'usd-per-month',
  } as const;
  const price = (column: string, label: string, value: number) =>
    listed(engine, row, { column, label: `${row.model}, ${label}`, unit: 'usd-per-million-tokens', value });
  const usdPerMillionTokens = price('input', 'tokens in', row.usdPerMillionTokensInput);
  const cached = row.usdPerMillionTokensCachedInput;
  const monthly =
    cached === null
      ? engine.ledger.compute(described, 'token-bill', { tokens, usdPerMillionTokens })
      : engine.ledger.compute(described, 'token-bill-with-cache', {
          tokens,
          usdPerMillionTokens,
          usdPerMillionCachedTokens: price('cached-input', 'tokens in from the cache', cached),
          cachedShare: assumed(engine, 'api.cached-share'),
        });
  return [{ key: 'tokens-in', label: described.label, monthly }];
}

function outputPart(
  { engine }: NeedContext,
  id: string,
  row: TokenPrice,
  tokens: Figure | undefined,
): PartDraft[] {
  if (tokens === undefined || row.usdPerMillionTokensOutput === null) return [];
  const label = 'Tokens written by the model';
  const monthly = engine.ledger.compute(
    { id: `cost.${id}.tokens-out.monthly`, label, unit: 'usd-per-month' },
    'token-bill',
    {
      tokens,
      usdPerMillionTokens: listed(engine, row, {
        column: 'output',
        label: `${row.model}, tokens out`,
        unit: 'usd-per-million-tokens',
        value: row.usdPerMillionTokensOutput,
      }),
    },
  );
  return [{ key: 'tokens-out', label, monthly }];
}
