import { Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/errors.ts';
import { answerInput, answerLines, maxLineBytes } from './answer-lines.ts';

const echo = answerInput((input) => input);

describe('lines of JSON', () => {
  it('get one line each, in order, also when a line is no JSON', async () => {
    const { lines } = await answered('{"a":1}\nnonsense\n\n{"a":2}\r\n{"a":3}');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toEqual({ a: 1 });
    expect(lines[1]).toMatchObject({ error: { code: 'invalid-input', field: null } });
    expect(lines[2]).toMatchObject({ error: { code: 'invalid-input' } });
    expect(lines.slice(3)).toEqual([{ a: 2 }, { a: 3 }]);
  });

  it('give nothing for nothing', async () => {
    expect((await answered('')).lines).toEqual([]);
  });

  it.each([
    ['NaN in place of a number', '{"a":NaN}', 'not JSON'],
    ['a number and no object', '7', 'no JSON object'],
    ['a list', '[{"a":1}]', 'no JSON object'],
    ['only null', 'null', 'no JSON object'],
    ['brackets a hundred thousand deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'nested more than'],
    ['a key of the prototype', '{"__proto__":{"a":1}}', '__proto__'],
  ])('refuse %s and go on', async (_what, hostile, reason) => {
    const { lines } = await answered(`${hostile}\n{"a":1}\n`);
    expect(lines[0]).toMatchObject({ error: { code: 'invalid-input' } });
    expect(JSON.stringify(lines[0])).toContain(reason);
    expect(lines[1]).toEqual({ a: 1 });
  });

  it('take null for absent, in fields of fields too, and keep it in lists', async () => {
    const { lines } = await answered('{"a":null,"b":{"c":null,"d":[null,{"e":null}]}}');
    expect(lines).toEqual([{ b: { d: [null, {}] } }]);
  });

  it('refuse a line longer than the bound without holding it', async () => {
    const { lines } = await answered(`{"a":"${'x'.repeat(maxLineBytes)}"}\n{"a":1}`, 64 * 1024);
    expect(lines[0]).toMatchObject({ error: { code: 'too-large' } });
    expect(lines[1]).toEqual({ a: 1 });
  });

  it('refuse bytes that are not UTF-8', async () => {
    const { lines } = await answered(
      Buffer.concat([Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from('{"a":1}')]),
    );
    expect(lines[0]).toMatchObject({ error: { code: 'invalid-input', message: 'The line is not UTF-8.' } });
    expect(lines[1]).toEqual({ a: 1 });
  });

  it('are read alike however the bytes come in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ text: fc.string({ unit: 'grapheme' }), count: fc.integer() }), { maxLength: 8 }),
        fc.integer({ min: 1, max: 20 }),
        async (objects, size) => {
          const { lines } = await answered(objects.map((one) => JSON.stringify(one)).join('\n'), size);
          expect(lines).toEqual(objects);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('never end the stream, whatever text they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), async (texts) => {
        const { lines, ours } = await answered(`${texts.join(' ').replaceAll('\n', ' ')}\n{"a":1}`);
        expect(lines).toHaveLength(2);
        expect(lines[1]).toEqual({ a: 1 });
        expect(ours).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it('say that an error is ours, tell of it and go on', async () => {
    const told: AppError[] = [];
    const broken = answerInput((input) => {
      if (input['a'] === 1) throw new RangeError('a bug');
      return input;
    });
    const { lines, ours } = await answered('{"a":1}\n{"a":2}', 100, broken, (error) => told.push(error));
    expect(lines[0]).toMatchObject({ error: { code: 'internal', message: 'a bug' } });
    expect(lines[1]).toEqual({ a: 2 });
    expect(ours).toBe(1);
    expect(told[0]?.cause).toBeInstanceOf(RangeError);
  });

  it('name every field of an error that has several', async () => {
    const refusing = answerInput(() => {
      throw new AppError('invalid-input', 'two', {
        problems: [
          { field: 'a', reason: 'is missing' },
          { field: 'b', reason: 'must be a text' },
        ],
      });
    });
    const { lines } = await answered('{}', 100, refusing);
    expect(lines[0]).toMatchObject({
      error: { field: 'a', message: 'a is missing; b must be a text', problems: [{}, {}] },
    });
  });

  it('wait for a slow reader', async () => {
    let waiting = 0;
    let most = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        most = Math.max(most, ++waiting);
        setImmediate(() => {
          waiting -= 1;
          done();
        });
      },
    });
    await answerLines(echo, piecesOf(Buffer.from('{"a":1}\n'.repeat(50)), 1000), slow, () => {});
    expect(most).toBe(1);
    expect(slow.writableLength).toBeLessThan(100);
  });
});

async function answered(
  input: string | Buffer,
  pieceBytes = 1000,
  answer = echo,
  report: (error: AppError) => void = () => {},
): Promise<{ lines: unknown[]; ours: number }> {
  const written: string[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  const ours = await answerLines(answer, piecesOf(Buffer.from(input), pieceBytes), output, report);
  const lines = written
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
  return { lines, ours };
}

async function* piecesOf(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
