import type { Catalogue } from '../catalogue.ts';
import type { Cloud, ComputePrice } from '../prices.ts';
import { contradictsAccelerator } from '../quarantine-reasons.ts';

/** What a machine is, wherever it is sold. */
export type MachineShape = Pick<
  ComputePrice,
  'vcpu' | 'memoryGib' | 'gpuModel' | 'gpuCount' | 'gpuMemoryGibEach' | 'localDiskGib' | 'networkGbps'
>;

/**
 * Finds the shape of a machine among the rows of any region; undefined when no row tells it. A row that is set aside for its
 * price still tells the shape, unless the rows differ or contradict the accelerator table.
 */
export function machineShapes(catalogue: Catalogue): (cloud: Cloud, sku: string) => MachineShape | undefined {
  const shapes = new Map<string, MachineShape>();
  for (const row of catalogue.compute) shapes.set(`${row.cloud}/${row.sku}`, row);
  const setAside = catalogue.quarantined.flatMap(({ row }) => ('cloud' in row ? [row] : []));
  for (const [machine, rows] of Map.groupBy(setAside, ({ cloud, sku }) => `${cloud}/${sku}`)) {
    const [first] = rows;
    const agreed = new Set(rows.map(shapeText)).size === 1;
    if (first === undefined || !agreed || shapes.has(machine)) continue;
    if (contradictsAccelerator(first, catalogue.index.acceleratorsByName) === undefined)
      shapes.set(machine, first);
  }
  return (cloud, sku) => {
    const row = shapes.get(`${cloud}/${sku}`);
    return row && shapeOf(row);
  };
}

function shapeOf(row: MachineShape): MachineShape {
  const { vcpu, memoryGib, gpuModel, gpuCount, gpuMemoryGibEach, localDiskGib, networkGbps } = row;
  return { vcpu, memoryGib, gpuModel, gpuCount, gpuMemoryGibEach, localDiskGib, networkGbps };
}

function shapeText({ vcpu, memoryGib, gpuModel, gpuCount, gpuMemoryGibEach }: MachineShape): string {
  return JSON.stringify([vcpu, memoryGib, gpuModel, gpuCount, gpuMemoryGibEach]);
}
