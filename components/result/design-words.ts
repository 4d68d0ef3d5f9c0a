import type { Design, Verdict } from '#lib/domain/options/option.ts';

/** How a design is bought. */
export const purchases: Readonly<Record<Design['purchase'], string>> = {
  ondemand: 'On demand',
  spot: 'Spot, can be taken away',
  '1y': 'One year committed',
  '3y': 'Three years committed',
  'per-token': 'By the token',
  owned: 'Owned',
};

/** Who runs it; a provider that is not here has a name that needs no translation. */
export function providerName(provider: string): string {
  return providers[provider] ?? provider;
}

const providers: Readonly<Record<string, string>> = {
  aws: 'AWS',
  azure: 'Azure',
  gcp: 'Google Cloud',
  own: 'Own machines',
};

export const verdicts: Readonly<Record<Verdict, string>> = {
  met: 'Met',
  'not-met': 'Not met',
  'cannot-tell': 'Cannot be told',
};
