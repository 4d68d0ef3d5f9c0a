import type { Accelerator } from '#lib/domain/catalogue/accelerator.ts';
import { accelerator } from '#lib/domain/catalogue/accelerator-lookup.ts';
import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import { foldName } from '#lib/domain/catalogue/fold-name.ts';
import { badField, type Input, text, unknownName } from './fields.ts';

/** What Google Cloud calls its accelerators, where the lookup of the catalogue does not know the name as it is. */
const cloudNames = new Map(
  [
    ['nvidia-h100-80gb', 'H100-SXM'],
    ['nvidia-h100-mega-80gb', 'H100-SXM'],
    ['nvidia-tesla-a100', 'A100-40GB'],
    ['nvidia-tesla-v100', 'V100-16GB'],
    ['nvidia-tesla-t4', 'T4'],
  ].map(([name = '', model = '']) => [foldName(name), model] as const),
);

/**
 * The accelerator that a field names, by its name in the catalogue or another name of it; undefined for a name that no table
 * knows. Throws `invalid-input` for a name of several parts, such as a bare `A100`.
 */
export function gpuIn(catalogue: Catalogue, input: Input, field: string): Accelerator | undefined {
  const name = text(input, field);
  const found = accelerator(catalogue, cloudNames.get(foldName(name)) ?? name);
  if (found !== undefined) return found;
  const forms = catalogue.accelerators.filter(({ model }) =>
    foldName(model).startsWith(foldName(name.replace(/^\s*(?:nvidia|amd|google)[\s-]+/i, ''))),
  );
  if (forms.length > 1)
    throw badField(field, `is several parts: ${forms.map(({ model }) => model).join(', ')}`);
  return undefined;
}

/** As `gpuIn`. Throws `not-found` for a name that no table knows. */
export function gpuOf(catalogue: Catalogue, input: Input, field: string): Accelerator {
  const found = gpuIn(catalogue, input, field);
  if (found === undefined) throw unknownName(field, text(input, field));
  return found;
}
