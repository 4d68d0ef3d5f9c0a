import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { canonicalJson } from '#lib/domain/figure/ledger.ts';
import { AppError, toAppError } from '#lib/errors.ts';
import { readInput } from './read-input.ts';
import { type Line, readLines } from './read-lines.ts';

/** What a command answers to one line. It throws an `AppError` for what cannot be answered. */
export type Answerer = (text: string) => object;

/** An assessment of every question that can be asked is far below a million bytes. */
export const maxLineBytes = 4 * 1024 * 1024;

/**
 * Answers each line of `input` by one line of JSON on `output`, in order. A line that cannot be answered gets an error
 * and never ends the stream. Waits while the reader of `output` is slow, so that nothing piles up. `report` hears of errors
 * that are ours. Returns how many of these there were.
 */
export async function answerLines(
  answer: Answerer,
  input: AsyncIterable<Uint8Array>,
  output: Writable,
  report: (error: AppError) => void,
): Promise<number> {
  let ours = 0;
  for await (const line of readLines(input, maxLineBytes)) {
    let written: string;
    try {
      written = canonicalJson(answer(textOf(line)));
    } catch (error) {
      const failure = toAppError(error);
      if (failure.code === 'internal') {
        ours += 1;
        report(failure);
      }
      written = canonicalJson(errorOf(failure));
    }
    if (!output.write(`${written}\n`)) await once(output, 'drain');
  }
  return ours;
}

/** `answer` with the line already read as a JSON object in which absent fields are left out. */
export function answerInput(answer: (input: Readonly<Record<string, unknown>>) => object): Answerer {
  return (text) => answer(readInput(text));
}

function textOf(line: Line): string {
  if ('text' in line) return line.text;
  if (line.problem === 'too-long')
    throw new AppError('too-large', `The line is longer than ${maxLineBytes} bytes.`);
  throw new AppError('invalid-input', 'The line is not UTF-8.');
}

function errorOf({ code, message, problems }: AppError) {
  const [first] = problems;
  if (first === undefined) return { error: { code, field: null, message } };
  return {
    error: {
      code,
      field: first.field,
      message: problems.map(({ field, reason }) => `${field} ${reason}`).join('; '),
      ...(problems.length > 1 ? { problems } : {}),
    },
  };
}
