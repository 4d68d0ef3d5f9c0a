/** A place between keys: just before, or just after, all keys that begin with `prefix`. An empty prefix is an open end. */
export type Edge = { prefix: Buffer; after: boolean };

/** All keys between two edges. */
export type Interval = { start: Edge; end: Edge };

/** The interval of the keys that begin with `prefix`. */
export function pointInterval(prefix: Buffer): Interval {
  return { start: { prefix, after: false }, end: { prefix, after: true } };
}

/** Every key. */
export const everything: Interval = pointInterval(Buffer.alloc(0));

/** The same interval over keys whose bytes are inverted, as those of descending index fields are. */
export function invertInterval(interval: Interval): Interval {
  return { start: invertEdge(interval.end), end: invertEdge(interval.start) };
}

/** The smallest bytes not before the edge: a key k lies behind the edge exactly when k >= these bytes. */
export function edgeBytes(edge: Edge): Buffer {
  return edge.after ? successor(edge.prefix) : edge.prefix;
}

/** The keys in both intervals; may be empty (start behind end). */
export function intersect(left: Interval, right: Interval): Interval {
  const start = isBefore(left.start, right.start) ? right.start : left.start;
  const end = isBefore(left.end, right.end) ? left.end : right.end;
  return { start, end };
}

/** The smallest interval that holds both. */
export function hull(left: Interval, right: Interval): Interval {
  const start = isBefore(left.start, right.start) ? left.start : right.start;
  const end = isBefore(left.end, right.end) ? right.end : left.end;
  return { start, end };
}

function isBefore(left: Edge, right: Edge): boolean {
  return Buffer.compare(edgeBytes(left), edgeBytes(right)) < 0;
}

function invertEdge(edge: Edge): Edge {
  return { prefix: Buffer.from(edge.prefix.map((byte) => ~byte & 0xff)), after: !edge.after };
}

/** The first bytes behind everything that begins with `prefix`. No key begins with 0xff, so that byte is the far end. */
function successor(prefix: Buffer): Buffer {
  let length = prefix.length;
  while (length > 0 && prefix[length - 1] === 0xff) length -= 1;
  if (length === 0) return Buffer.of(0xff);
  const next = Buffer.from(prefix.subarray(0, length));
  next[length - 1] = (next[length - 1] ?? 0) + 1;
  return next;
}
