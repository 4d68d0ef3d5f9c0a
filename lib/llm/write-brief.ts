import type { LanguageModelV4 } from '@ai-sdk/provider';
import { generateText } from 'ai';
import type { Prose } from '#lib/domain/gate/prose.ts';
import type { Author, Statement } from '#lib/domain/run/run.ts';

/** What the model is asked: who it is, and the facts that it may use. */
export type BriefRequest = { instructions: string; statements: readonly Statement[]; signal?: AbortSignal };

/**
 * The brief as paragraphs of prose, and who wrote it. Facts go to the built-in analyst typed; a language model gets the
 * same facts as text and keeps their figure marks. Errors of the model pass through.
 */
export async function writeBrief(
  model: LanguageModelV4,
  request: BriefRequest,
): Promise<{ paragraphs: Prose[]; author: Author }> {
  if (request.statements.length === 0) return { paragraphs: [], author: authorOf(model) };
  const { text } = await generateText({
    model,
    instructions: request.instructions,
    prompt: request.statements.map((statement) => `- ${statement.topic}: ${statement.text}`).join('\n'),
    providerOptions: { analyst: { statements: request.statements.map((statement) => ({ ...statement })) } },
    ...(request.signal === undefined ? {} : { abortSignal: request.signal }),
  });
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  return { paragraphs, author: authorOf(model) };
}

function authorOf(model: LanguageModelV4): Author {
  return { provider: model.provider, model: model.modelId };
}
