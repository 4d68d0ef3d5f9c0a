import { Long } from 'bson';
import { decodeDocument, encodeDocument } from './bson/document.ts';
import type { Doc } from './bson/document.ts';

/** MongoDB's limit for one message, in bytes. */
export const maxMessageBytes = 48_000_000;

const opReply = 1;
const opQuery = 2004;
const opMsg = 2013;
const checksumPresent = 1 << 0;
const moreToCome = 1 << 1;

/** One request: a command, and in which of the two message formats its reply is expected (`none`: it wants none). */
export type Request = { id: number; command: Doc; reply: 'message' | 'legacy' | 'none' };

/** Raised for bytes that are no message of the wire protocol; the connection is closed. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}

/** Splits a byte stream into requests; one instance per connection. */
export class RequestReader {
  #pending: Buffer = Buffer.alloc(0);
  #chunks: Buffer[] = [];
  #bytes = 0;

  /** Takes the next bytes of the stream and returns the requests they complete. Throws ProtocolError. */
  push(chunk: Buffer): Request[] {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    const wanted = this.#wantedBytes();
    if (this.#pending.length + this.#bytes < wanted) return [];
    let rest = Buffer.concat([this.#pending, ...this.#chunks]);
    this.#chunks = [];
    this.#bytes = 0;
    const requests: Request[] = [];
    while (rest.length >= 16) {
      const length = rest.readInt32LE(0);
      if (length < 16 || length > maxMessageBytes)
        throw new ProtocolError(`A message of ${length} bytes is refused.`);
      if (rest.length < length) break;
      requests.push(readMessage(rest.subarray(0, length)));
      rest = rest.subarray(length);
    }
    this.#pending = Buffer.from(rest);
    return requests;
  }

  #wantedBytes(): number {
    return this.#pending.length >= 16 ? Math.min(this.#pending.readInt32LE(0), maxMessageBytes) : 16;
  }
}

/** The bytes that answer `request` with `body`. */
export function encodeReply(request: Request, body: Doc): Buffer {
  const bytes = encodeDocument(body);
  return request.reply === 'legacy' ? legacyReply(request.id, bytes) : messageReply(request.id, bytes);
}

function readMessage(message: Buffer): Request {
  const id = message.readInt32LE(4);
  const code = message.readInt32LE(12);
  try {
    if (code === opMsg) return readOpMsg(id, message);
    if (code === opQuery) return readOpQuery(id, message);
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    throw new ProtocolError('A message could not be read.', { cause: error });
  }
  throw new ProtocolError(`The operation code ${code} is not supported.`);
}

/** OP_MSG: flags, one body (kind 0), any number of document sequences (kind 1) that are fields of the command. */
function readOpMsg(id: number, message: Buffer): Request {
  const flags = message.readUInt32LE(16);
  const end = message.length - ((flags & checksumPresent) === 0 ? 0 : 4);
  let body: Doc | undefined;
  const sequences: Doc = {};
  let at = 20;
  while (at < end) {
    const kind = message[at];
    at += 1;
    const size = message.readInt32LE(at);
    const section = message.subarray(at, at + size);
    at += size;
    if (kind === 0) body = decodeDocument(section);
    else if (kind === 1) Object.assign(sequences, readSequence(section));
    else throw new ProtocolError(`A section of kind ${kind} is not supported.`);
  }
  if (body === undefined) throw new ProtocolError('A message without a body.');
  return { id, command: { ...body, ...sequences }, reply: (flags & moreToCome) === 0 ? 'message' : 'none' };
}

function readSequence(section: Buffer): Doc {
  const nameEnd = section.indexOf(0, 4);
  const documents: Doc[] = [];
  for (let at = nameEnd + 1; at < section.length;) {
    const size = section.readInt32LE(at);
    if (size < 5) throw new ProtocolError('A document shorter than five bytes.');
    documents.push(decodeDocument(section.subarray(at, at + size)));
    at += size;
  }
  return { [section.toString('utf8', 4, nameEnd)]: documents };
}

/** OP_QUERY, which drivers still use for their first hello: flags, namespace, skip, count, the command. */
function readOpQuery(id: number, message: Buffer): Request {
  const nameEnd = message.indexOf(0, 20);
  const [db = ''] = message.toString('utf8', 20, nameEnd).split('.');
  const command = decodeDocument(
    message.subarray(nameEnd + 9, nameEnd + 9 + message.readInt32LE(nameEnd + 9)),
  );
  return { id, command: { ...command, $db: db }, reply: 'legacy' };
}

function messageReply(responseTo: number, body: Uint8Array): Buffer {
  const head = Buffer.alloc(21);
  writeHeader(head, head.length + body.length, responseTo, opMsg);
  return Buffer.concat([head, body]);
}

function legacyReply(responseTo: number, body: Uint8Array): Buffer {
  const head = Buffer.alloc(36);
  writeHeader(head, head.length + body.length, responseTo, opReply);
  const awaitCapable = 8;
  head.writeInt32LE(awaitCapable, 16);
  head.set(Long.ZERO.toBytesLE(), 20);
  head.writeInt32LE(1, 32);
  return Buffer.concat([head, body]);
}

function writeHeader(head: Buffer, length: number, responseTo: number, code: number): void {
  head.writeInt32LE(length, 0);
  head.writeInt32LE(responseTo, 8);
  head.writeInt32LE(code, 12);
}
