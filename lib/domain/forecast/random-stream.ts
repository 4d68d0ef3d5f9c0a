import { createHash } from 'node:crypto';

/** Random numbers in an order that a seed fixes. */
export type RandomStream = {
  /** Uniform in [0, 1). */
  uniform: () => number;
  /** Standard normal. */
  normal: () => number;
};

/**
 * A stream seeded by a text, the same on every machine: sfc32 (Chris Doty-Humphrey, PractRand, public domain). Its state of
 * 128 bits does not repeat within the millions of draws of a simulation; normals are by the polar method (Marsaglia and
 * Bray, 1964).
 */
export function randomStream(seed: string): RandomStream {
  const digest = createHash('sha256').update(seed).digest();
  let a = digest.readInt32LE(0);
  let b = digest.readInt32LE(4);
  let c = digest.readInt32LE(8);
  let counter = 1;
  let spare: number | undefined;
  const uniform = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  };
  const normal = (): number => {
    if (spare !== undefined) {
      const held = spare;
      spare = undefined;
      return held;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * scale;
      return x * scale;
    }
  };
  return { uniform, normal };
}
