import type { Accelerator } from '../../catalogue/accelerator.ts';
import type { Figure } from '../../figure/figure.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import { measured } from '../../figure/leaves/catalogued.ts';
import type { Engine } from '../../figure/leaves/engine.ts';

/**
 * What machines with these GPUs draw while they work, `size.<option>.power`, and at most, `size.<option>.most-power`, in kW;
 * undefined when the rated power of the GPU is unknown.
 */
export function acceleratorPower(
  engine: Engine,
  option: string,
  part: Accelerator,
  gpus: Figure,
): { working: Figure; most: Figure } | undefined {
  if (part.thermalDesignPowerWatts === null) return undefined;
  const wattsOfGpu = measured(engine, part, {
    column: 'thermalDesignPower',
    label: `Rated power of ${part.model}`,
    unit: 'w',
    value: part.thermalDesignPowerWatts,
  });
  const serverWattsPerGpu = assumed(engine, 'power.server-overhead-watts');
  return {
    working: engine.ledger.compute(
      { id: `size.${option}.power`, label: 'Power drawn while working', unit: 'kw' },
      'accelerator-power',
      { gpus, wattsOfGpu, drawnShare: assumed(engine, 'power.gpu-utilisation'), serverWattsPerGpu },
    ),
    most: engine.ledger.compute(
      { id: `size.${option}.most-power`, label: 'Power drawn at most', unit: 'kw' },
      'accelerator-power-at-most',
      { gpus, wattsOfGpu, serverWattsPerGpu },
    ),
  };
}
