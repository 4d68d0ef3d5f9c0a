import type { Figure, FigureId } from '../../figure/figure.ts';
import type { Engine } from '../../figure/leaves/engine.ts';
import type { Option, OptionId } from '../../options/option.ts';
import { splitMachines, splitTokenApi } from './cost-split.ts';
import { buildOrBuyFormulas, volumesLookedAt } from './formulas.ts';

/**
 * At which volume machines of one's own or rented ones are worth it. `first`: the smallest volume at which they cost no more
 * than tokens; `lasting`: from there on they never do again, though another machine is added. Absent where there is none up
 * to ten thousand times the present volume; a band whose upper end is at that bound says as much of some of the draws.
 */
export type BuildOrBuy = {
  buy: OptionId;
  build: OptionId;
  requestsPerMonth: FigureId;
  /** What one machine carries in a month at the shape of the load and the utilisation of the sizing. */
  requestsOfMachine: FigureId;
  first?: FigureId | undefined;
  lasting?: FigureId | undefined;
  /** `first` over the present volume. */
  overVolume?: FigureId | undefined;
  said: string[];
};

/**
 * Writes the break-even volumes of a token API and a self-hosted option of one need, `build-or-buy.<build>.vs.<buy>.*`: whole
 * machines, own people, support, the share of cached tokens and the utilisation are in them, what the client has committed
 * is not. Quality is not compared. Undefined where the load is unknown or the options are not of these two kinds.
 */
export function writeBuildOrBuy(engine: Engine, buy: Option, build: Option): BuildOrBuy | undefined {
  const { ledger } = engine;
  const requestsPerMonth = ledger.get(`load.${buy.need}.requests-per-month`);
  const replica = replicaOf(engine, build);
  const isPair = buy.service === 'token-api' && build.need === buy.need;
  if (!isPair || replica === undefined || requestsPerMonth === undefined || requestsPerMonth.value <= 0)
    return undefined;
  const prefix = `build-or-buy.${build.id}.vs.${buy.id}`;
  const { machines, peak, peakOfReplica, gpusOfReplica, gpusOfMachine } = replica;
  const tokens = splitTokenApi(engine, buy, { prefix: `${prefix}.buy`, requestsPerMonth });
  const hosted = splitMachines(engine, build, machines, { prefix: `${prefix}.build`, requestsPerMonth });
  if (hosted.perMachine === undefined) return undefined;
  const requestsOfMachine = ledger.compute(
    {
      id: `${prefix}.requests-of-machine`,
      label: 'Requests a month that one machine carries',
      unit: 'requests-per-month',
    },
    'requests-of-a-machine',
    { requestsPerMonth, peak, peakOfReplica, gpusOfReplica, gpusOfMachine },
  );
  const terms = {
    buyFixed: tokens.fixed,
    buyPerRequest: tokens.perRequest,
    buildFixed: hosted.fixed,
    buildPerRequest: hosted.perRequest,
    usdPerMachine: hosted.perMachine,
    requestsOfMachine,
    requestsPerMonth,
  };
  const volume = (id: 'first-break-even' | 'lasting-break-even', label: string) => {
    const formula = buildOrBuyFormulas[id];
    const value = formula.evaluate(...formula.inputs.map((name) => terms[name].value));
    if (value >= volumesLookedAt * requestsPerMonth.value) return undefined;
    return ledger.compute({ id: `${prefix}.${id}`, label, unit: 'requests-per-month' }, id, terms);
  };
  const first = volume(
    'first-break-even',
    'Requests per month from which machines can be cheaper than tokens',
  );
  const lasting = volume(
    'lasting-break-even',
    'Requests per month from which machines stay cheaper than tokens',
  );
  const overVolume =
    first &&
    ledger.compute(
      { id: `${prefix}.over-volume`, label: 'Break-even volume over the present one', unit: 'ratio' },
      'quotient',
      { amount: first, divisor: requestsPerMonth },
    );
  return {
    buy: buy.id,
    build: build.id,
    requestsPerMonth: requestsPerMonth.id,
    requestsOfMachine: requestsOfMachine.id,
    first: first?.id,
    lasting: lasting?.id,
    overVolume: overVolume?.id,
    said: [...searchSaid(first, requestsPerMonth), ...pairSaid(buy, build)],
  };
}

/** The cheapest token API of a need and the cheapest option of each kind of self-hosting, of those fully priced. */
export function pairsToCompare(
  { ledger }: Pick<Engine, 'ledger'>,
  options: readonly Option[],
): { buy: Option; build: Option }[] {
  const costOf = ({ monthly }: Option) =>
    (monthly === undefined ? undefined : ledger.get(monthly)?.value) ?? Number.POSITIVE_INFINITY;
  const cheapest = (service: Option['service']) =>
    options
      .filter((option) => option.service === service && Number.isFinite(costOf(option)) && !option.proxy)
      .toSorted((a, b) => a.missing.length - b.missing.length || costOf(a) - costOf(b))[0];
  const buy = cheapest('token-api');
  if (buy === undefined) return [];
  return (['gpu-cloud', 'own-hardware'] as const).flatMap((service) => {
    const build = cheapest(service);
    return build === undefined ? [] : [{ buy, build }];
  });
}

type Replica = Record<'machines' | 'peak' | 'peakOfReplica' | 'gpusOfReplica' | 'gpusOfMachine', Figure>;

/** How the machines of an option carry its peak, read off the formulas that sized them. */
function replicaOf({ ledger }: Engine, option: Option): Replica | undefined {
  const machines = ledger.get(`size.${option.id}.machines`);
  if (machines?.kind !== 'computed' || machines.formula !== 'machines-for-replicas') return undefined;
  const [replicas, gpusOfReplica, gpusOfMachine] = machines.inputs.map((id) => ledger.get(id));
  if (replicas?.kind !== 'computed' || replicas.formula !== 'units-for-load') return undefined;
  const [peak, peakOfReplica] = replicas.inputs.map((id) => ledger.get(id));
  return gpusOfReplica && gpusOfMachine && peak && peak.value > 0 && peakOfReplica
    ? { machines, peak, peakOfReplica, gpusOfReplica, gpusOfMachine }
    : undefined;
}

function searchSaid(first: Figure | undefined, { value: present }: Figure): string[] {
  if (first === undefined) return ['At no volume that was looked at do machines cost less than tokens.'];
  return (first.band?.p90 ?? 0) < volumesLookedAt * present
    ? []
    : ['It may be that there is no such volume: the upper end of the band is where the search ended.'];
}

function pairSaid(buy: Option, build: Option): string[] {
  const either = (holds: (option: Option) => boolean) => holds(buy) || holds(build);
  return [
    ...(either(({ missing }) => missing.length > 0)
      ? ['Parts of these options have no price, so the volume may be another one.']
      : []),
    ...(either(({ parts }) => parts.some(({ key }) => key === 'commitment'))
      ? ['What the client has committed already is left out on both sides.']
      : []),
  ];
}
