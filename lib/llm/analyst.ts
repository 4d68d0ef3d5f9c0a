import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';
import { z } from 'zod';

const statementSchema = z.object({ topic: z.string().min(1), weight: z.number(), text: z.string().min(1) });
const sheetSchema = z.object({ statements: z.array(statementSchema).min(1) });

export type FactSheet = z.infer<typeof sheetSchema>;

export const analystProvider = 'built-in-analyst';

/**
 * The built-in analyst: a language model by interface, a composer by nature. It takes the facts typed, from
 * `providerOptions.analyst`, and sets them out as prose: topics by their weightiest fact, facts by weight. The same facts
 * give the same text. It ignores the prompt, so nothing written in a client's document can instruct it.
 */
export function createAnalyst(): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: analystProvider,
    modelId: 'composer',
    supportedUrls: {},
    async doGenerate(options) {
      return {
        content: [{ type: 'text', text: compose(sheetOf(options)) }],
        finishReason: { unified: 'stop', raw: undefined },
        usage: noUsage,
        warnings: [],
      };
    },
    async doStream(options) {
      return { stream: streamOf(compose(sheetOf(options))) };
    },
  };
}

/** Paragraphs, one per topic, divided by a blank line. */
export function compose(sheet: FactSheet): string {
  const topics = Map.groupBy(sheet.statements.toSorted(byWeight), (statement) => statement.topic);
  return [...topics.values()]
    .map((statements) => statements.map((statement) => statement.text.trim()).join(' '))
    .join('\n\n');
}

function byWeight(a: FactSheet['statements'][number], b: FactSheet['statements'][number]): number {
  return b.weight - a.weight;
}

function sheetOf(options: LanguageModelV4CallOptions): FactSheet {
  return sheetSchema.parse(options.providerOptions?.['analyst']);
}

function streamOf(text: string): ReadableStream<LanguageModelV4StreamPart> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue({ type: 'stream-start', warnings: [] });
      controller.enqueue({ type: 'text-start', id: 'brief' });
      for (const delta of text.split(/(?<=\s)/))
        controller.enqueue({ type: 'text-delta', id: 'brief', delta });
      controller.enqueue({ type: 'text-end', id: 'brief' });
      controller.enqueue({
        type: 'finish',
        finishReason: { unified: 'stop', raw: undefined },
        usage: noUsage,
      });
      controller.close();
    },
  });
}

/** The analyst reads and writes no tokens. */
const noUsage: LanguageModelV4Usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};
