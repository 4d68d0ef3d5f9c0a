import type { Claim } from './claim.ts';

const words: Readonly<Partial<Record<Claim['position'], string>>> = {
  'token-api': 'Token API',
  'gpu-cloud': 'Cloud GPUs',
  'cpu-cloud': 'Cloud CPUs',
  'commit-1y': 'Commit for one year',
  'commit-3y': 'Commit for three years',
};

/** A position as people read it. */
export function positionWords({ position }: Pick<Claim, 'position'>): string {
  return words[position] ?? position.replaceAll('-', ' ').replace(/^./u, (first) => first.toUpperCase());
}
