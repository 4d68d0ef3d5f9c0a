import type { Engine } from '../figure/leaves/engine.ts';

/** Power that each room of the client still has, `size.hardware.<id>.free-power`, where limit and use were stated. */
export function freePower(engine: Engine): void {
  for (const { id } of engine.assessment.hardware) {
    const whole = engine.ledger.get(`answer.hardware.${id}.roomPowerLimit`);
    const part = engine.ledger.get(`answer.hardware.${id}.roomPowerUsed`);
    if (whole === undefined || part === undefined) continue;
    engine.ledger.compute(
      { id: `size.hardware.${id}.free-power`, label: 'Power still free in the room', unit: 'kw' },
      'difference',
      { whole, part },
    );
  }
}
