/** One line of the input, or why it is none. */
export type Line = { text: string } | { problem: 'too-long' | 'not-utf-8' };

const newline = 0x0a;

/**
 * The lines of a stream of bytes, one at a time, in constant memory: a line longer than `maxBytes` is dropped as it comes in
 * and reported, so that input without line ends cannot fill the memory. Line ends are `\n` or `\r\n`; a byte order mark at
 * the start is no part of the first line, and the end of the input ends the last.
 */
export async function* readLines(input: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let pieces: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of input) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, from)) {
      pieces.push(chunk.subarray(from, end));
      yield lineOf(pieces, held + end - from, maxBytes);
      pieces = [];
      held = 0;
      from = end + 1;
    }
    held += chunk.length - from;
    if (held > maxBytes) pieces = [];
    else if (from < chunk.length) pieces.push(chunk.subarray(from));
  }
  if (held > 0) yield lineOf(pieces, held, maxBytes);
}

function lineOf(pieces: readonly Uint8Array[], bytes: number, maxBytes: number): Line {
  if (bytes > maxBytes) return { problem: 'too-long' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
    return { text: text.endsWith('\r') ? text.slice(0, -1) : text };
  } catch (error) {
    if (error instanceof TypeError) return { problem: 'not-utf-8' };
    throw error;
  }
}
