import { serialize } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeReply, RequestReader } from './wire.ts';
import type { Request } from './wire.ts';

describe('the reader of wire messages', () => {
  it('finds the same requests however the stream is cut', () => {
    const commands = fc.array(fc.record({ ping: fc.integer(), text: fc.string() }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(commands, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (sent, sizes) => {
        const stream = Buffer.concat(sent.map((command, id) => message(id, command)));
        const reader = new RequestReader();
        const read: Request[] = [];
        for (let at = 0, turn = 0; at < stream.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          read.push(...reader.push(stream.subarray(at, at + size)));
          at += size;
        }
        expect(read.map(({ id }) => id)).toEqual(sent.map((_, id) => id));
        expect(read.map(({ command }) => command['text'])).toEqual(sent.map(({ text }) => text));
      }),
    );
  });

  it('reads its own replies', () => {
    const reply = encodeReply({ id: 7, command: {}, reply: 'message' }, { ok: 'yes' });
    expect(new RequestReader().push(reply)).toMatchObject([{ command: { ok: 'yes' }, reply: 'message' }]);
    expect(reply.readInt32LE(8)).toBe(7);
  });

  it.each([
    ['a length below that of a header', header(8, 2013)],
    ['a length beyond the limit', header(2_000_000_000, 2013)],
    ['an unknown operation', header(16, 2001)],
    ['a body that is no document', Buffer.concat([header(30, 2013), Buffer.alloc(14, 0xff)])],
  ])('refuses %s', (_, bytes) => {
    expect(() => new RequestReader().push(bytes)).toThrow(expect.objectContaining({ name: 'ProtocolError' }));
  });
});

function message(id: number, command: object): Buffer {
  const body = serialize(command);
  const head = header(21 + body.length, 2013);
  head.writeInt32LE(id, 4);
  return Buffer.concat([head, Buffer.alloc(5), body]);
}

function header(length: number, code: number): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(length, 0);
  head.writeInt32LE(code, 12);
  return head;
}
