import type { Accelerator } from './accelerator.ts';
import type { Catalogue } from './catalogue.ts';
import { foldName } from './fold-name.ts';

/**
 * Other names of a part. A bare `A100` (40 or 80 GB), `H100` (SXM, PCIe or NVL) or `V100` is several parts and has no
 * entry: the form has to be asked for.
 */
const aliases: Readonly<Record<string, readonly string[]>> = {
  'V100-16GB': ['V100 SXM2 16GB', 'Tesla V100 16GB'],
  'V100-32GB': ['V100 SXM2 32GB', 'Tesla V100 32GB'],
  T4: ['Tesla T4'],
  A10: ['A10 24GB'],
  A10G: ['A10G 24GB'],
  'A100-40GB': ['A100 SXM4 40GB', 'A100 SXM 40GB', 'A100 40'],
  'A100-80GB': ['A100 SXM4 80GB', 'A100 SXM 80GB', 'A100 SXM', 'A100 80', 'A100 80GB SXM'],
  'A100-80GB-PCIe': ['A100 PCIe 80GB', 'A100 PCIe'],
  L4: ['L4 24GB'],
  L40S: ['L40S 48GB'],
  'H100-SXM': ['H100 SXM5', 'H100 SXM 80GB', 'H100 80GB SXM', 'H100 SXM5 80GB', 'H100 80GB HBM3'],
  'H100-PCIe': ['H100 PCIe 80GB', 'H100 80GB PCIe'],
  'H100-NVL': ['H100 NVL 94GB', 'H100 94GB'],
  'GH200-96GB': ['GH200 480GB'],
  H200: ['H200 SXM', 'H200 141GB', 'H200 SXM 141GB'],
  B200: ['B200 SXM', 'B200 192GB', 'B200 180GB'],
  B300: ['B300 SXM', 'B300 288GB'],
  GB200: ['GB200 NVL72'],
  GB300: ['GB300 NVL72'],
  'RTX-PRO-6000-BSE': ['RTX PRO 6000', 'RTX PRO 6000 Blackwell Server Edition', 'RTX PRO 6000 BSE 96GB'],
  MI300X: ['Instinct MI300X', 'MI300X 192GB'],
  MI325X: ['Instinct MI325X'],
  MI355X: ['Instinct MI355X'],
  'TPU-v5e': ['v5e', 'TPU v5 lite'],
  'TPU-v5p': ['v5p'],
  'TPU-v6e': ['v6e', 'Trillium'],
};

/** The part of this name, however it is written, with or without the vendor; undefined when unknown or ambiguous. */
export function accelerator(catalogue: Catalogue, name: string): Accelerator | undefined {
  const key = foldName(name.replace(/^\s*(?:nvidia|amd|google)[\s-]+/i, ''));
  return catalogue.index.acceleratorsByName.get(key);
}

/** Parts by folded name and alias. */
export function indexAccelerators(accelerators: readonly Accelerator[]): Map<string, Accelerator> {
  const byName = new Map<string, Accelerator>();
  for (const part of accelerators) {
    for (const name of [part.model, ...(aliases[part.model] ?? [])]) byName.set(foldName(name), part);
  }
  return byName;
}
