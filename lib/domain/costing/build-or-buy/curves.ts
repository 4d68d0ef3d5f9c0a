import type { Workload } from '../../assessment/assessment.ts';
import { leavesOf } from '../../figure/explain.ts';
import type { Band, FigureId } from '../../figure/figure.ts';
import { figureOf, type Ledger } from '../../figure/ledger.ts';
import { bandOf, drawSamples, sampleCount } from '../../figure/sampling.ts';
import { costDrivers } from '../../forecast/drivers.ts';
import type { Option, OptionId } from '../../options/option.ts';
import { type FigureFunction, figureFunction } from '../../sensitivity/figure-function.ts';

/** The monthly cost at a volume in US dollars, with the band that its prices and assumptions give it there. */
export type CurvePoint = { requestsPerMonth: number; usdPerMonth: number; band: Band };

/** `machines`: how many run at each volume; absent for what is billed by the token. */
export type CostCurve = { option: OptionId; points: CurvePoint[]; machines?: number[] | undefined };

/**
 * What options of one need cost over the volume, for a chart: each design as it is, sized again at every volume by the formulas
 * of the ledger, so that machines come in steps. The shape of the load and the length of requests stay; what the client has
 * committed is left out. Volumes are factors on the present one, evenly spaced in the logarithm. Empty where the load of the
 * need is unknown or zero.
 */
export function costCurves(
  ledger: Ledger,
  workload: Workload,
  options: readonly Option[],
  { from = 0.01, to = 100, points = 49 }: { from?: number; to?: number; points?: number } = {},
): CostCurve[] {
  const requestsPerMonth = ledger.get(`load.${workload.id}.requests-per-month`)?.value ?? 0;
  if (requestsPerMonth <= 0) return [];
  const factors = Array.from({ length: points }, (_, at) => from * (to / from) ** (at / (points - 1)));
  return options.flatMap((option): CostCurve[] => {
    if (option.monthly === undefined) return [];
    const costAt = costOverVolume(ledger, workload, option, option.monthly);
    const machines = machinesOverVolume(ledger, workload, option);
    return [
      {
        option: option.id,
        points: factors.map((factor) => ({ requestsPerMonth: requestsPerMonth * factor, ...costAt(factor) })),
        ...(machines !== undefined && { machines: factors.map(machines) }),
      },
    ];
  });
}

type CostAt = (factor: number) => { usdPerMonth: number; band: Band };

/** Everything that varies is drawn as in the ledger, but for the load: that is the axis. */
function costOverVolume(ledger: Ledger, workload: Workload, { parts }: Option, monthly: FigureId): CostAt {
  const counted = parts.flatMap(({ key, monthly: id }) =>
    id === undefined || key === 'commitment' ? [] : [id],
  );
  const drivers = costDrivers(ledger, monthly, workload).load;
  const varying = leavesOf(ledger, monthly).filter(
    ({ id, band }) => band !== undefined && !drivers.includes(id),
  );
  const variables = [...drivers, ...varying.map(({ id }) => id)];
  const costs = counted.map((id) => figureFunction(ledger, id, variables, { decisions: 'kept' }));
  const today = Float64Array.from(variables, (id) => figureOf(ledger, id).value);
  const draws = varying.map(({ id, value, band }) => drawSamples(id, value, band));
  return (factor) => {
    const values = today.map((value, at) => (at < drivers.length ? value * factor : value));
    const usdPerMonth = sumOf(costs, values);
    const samples = new Float64Array(sampleCount);
    for (let draw = 0; draw < sampleCount; draw++) {
      for (const [at, drawn] of draws.entries()) values[drivers.length + at] = drawn[draw] ?? Number.NaN;
      samples[draw] = sumOf(costs, values);
    }
    return { usdPerMonth, band: bandOf(samples) };
  };
}

function sumOf(costs: readonly FigureFunction[], values: Float64Array): number {
  let sum = 0;
  for (const cost of costs) sum += cost(values);
  return sum;
}

function machinesOverVolume(
  ledger: Ledger,
  workload: Workload,
  { design }: Option,
): ((factor: number) => number) | undefined {
  const { machines } = design;
  if (machines === undefined) return undefined;
  const drivers = costDrivers(ledger, machines, workload).load;
  const today = Float64Array.from(drivers, (id) => figureOf(ledger, id).value);
  const machinesAt = figureFunction(ledger, machines, drivers);
  return (factor) => machinesAt(today.map((value) => value * factor));
}
