import type { Catalogue } from './catalogue.ts';
import { foldName } from './fold-name.ts';
import type { TokenPrice } from './language-model.ts';
import { isPrice } from './selectable-price.ts';

/** Models of a provider with a price for input, and for output where it is listed; empty when the provider is unknown. */
export function tokenPrices(catalogue: Catalogue, provider: string): readonly TokenPrice[] {
  const wanted = foldName(provider);
  return catalogue.tokenPrices.filter((row) => foldName(row.provider) === wanted && isSelectable(row));
}

/** One model of one provider; undefined when it is not listed. */
export function tokenPrice(catalogue: Catalogue, provider: string, model: string): TokenPrice | undefined {
  return tokenPrices(catalogue, provider).find((row) => foldName(row.model) === foldName(model));
}

function isSelectable(row: TokenPrice): boolean {
  const output = row.usdPerMillionTokensOutput;
  return isPrice(row.usdPerMillionTokensInput) && (output === null || isPrice(output));
}
