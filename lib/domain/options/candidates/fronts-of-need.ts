import type { Assessment, LlmServingWorkload, Workload } from '../../assessment/assessment.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { type Cloud, type PurchaseKind, purchaseKinds } from '../../catalogue/prices.ts';
import { LedgerBuilder } from '../../figure/ledger-builder.ts';
import type { Ledger } from '../../figure/ledger.ts';
import type { Engine } from '../../figure/leaves/engine.ts';
import type { ServingLoad } from '../../sizing/load/serving-load.ts';
import { candidateModels } from '../../sizing/serving/candidate-models.ts';
import { paretoFront, type Tolerances, usualTolerances } from '../front.ts';
import { allowedOffers, allowedPurchases } from './allowed-offers.ts';
import { candidateDesigns, type CandidateDesigns, type Capability } from './candidate-designs.ts';
import { plainMachines, servingMachines } from './capabilities.ts';
import { designTerms } from './design-terms.ts';

/** One design on the front, in numbers that choose and are not yet figures; an absent one is unknown. */
export type FrontDesign = {
  cloud: Cloud;
  region: string;
  sku: string;
  purchase: PurchaseKind;
  machines: number;
  usdPerMonth: number;
  answerSeconds?: number | undefined;
  kilogramsCo2ePerMonth?: number | undefined;
  unavailableShare: number;
  /** The price rests on a regional ratio. */
  proxy: boolean;
  /** Candidates that it beats or ties with, itself among them. */
  standsFor: number;
};

/** `model` is the language model that the machines serve. */
export type NeedFront = { model?: string | undefined; candidates: number; designs: FrontDesign[] };

type Inputs = { assessment: Assessment; catalogue: Catalogue; ledger: Ledger };

/**
 * The Pareto fronts of rented machines for a need, cheapest design first, over cost, answer time of a language model, carbon
 * and unavailability: in every region that the client's residency allows, or anywhere without one, and by every way of buying
 * that it accepts. For a language model one front per model that comes into question. `ledger` is the base ledger of the run.
 * Empty where the load is unknown, or where machines do not run all the time.
 */
export function frontsOfNeed(
  { assessment, catalogue, ledger }: Inputs,
  workload: Workload,
  tolerances: Tolerances = usualTolerances,
): NeedFront[] {
  const engine: Engine = { assessment, catalogue, ledger: new LedgerBuilder(ledger, { bands: 'left-out' }) };
  const offers = allowedOffers(assessment, catalogue, workload);
  const terms = designTerms(catalogue, { purchases: allowedPurchases(assessment) });
  return capabilitiesFor(engine, workload).flatMap(({ model, capability }) => {
    const designs = candidateDesigns(offers, capability, terms);
    if (designs.size === 0) return [];
    return [{ model, candidates: designs.size, designs: membersOf(designs, tolerances) }];
  });
}

type NamedCapability = { model?: string; capability: Capability };

function capabilitiesFor(engine: Engine, workload: Workload): NamedCapability[] {
  const load = (key: string) => engine.ledger.get(`load.${workload.id}.${key}`);
  if (workload.kind === 'llm-serving')
    return candidateModels(engine, workload).map((candidate) => ({
      model: candidate.model.name,
      capability: servingMachines(engine, workload, candidate, knownLoad(engine, workload)),
    }));
  const vcpus = load('vcpus');
  const memoryGib = load(workload.kind === 'retrieval' ? 'index-memory' : 'memory');
  return vcpus === undefined && memoryGib === undefined
    ? []
    : [{ capability: plainMachines({ vcpus, memoryGib }) }];
}

/** What of the load the base ledger holds and sizing asks for. */
function knownLoad({ ledger }: Engine, { id }: LlmServingWorkload): ServingLoad {
  const answer = (field: string) => ledger.get(`answer.workloads.${id}.${field}`);
  return {
    inputTokens: answer('inputTokens'),
    outputTokens: answer('outputTokens'),
    peakRequestsPerSecond:
      answer('peakRequestsPerSecond') ?? ledger.get(`load.${id}.peak-requests-per-second`),
  };
}

function membersOf(designs: CandidateDesigns, tolerances: Tolerances): FrontDesign[] {
  const { members, representedBy } = paretoFront(designs, tolerances);
  const standsFor = new Map<number, number>();
  for (const member of representedBy) standsFor.set(member, (standsFor.get(member) ?? 0) + 1);
  return Array.from(members, (at) => designAt(designs, at, standsFor.get(at) ?? 1)).toSorted(
    (a, b) => a.usdPerMonth - b.usdPerMonth,
  );
}

function designAt(designs: CandidateDesigns, at: number, standsFor: number): FrontDesign {
  const offer = designs.offers[designs.offer[at] ?? -1];
  const purchase = purchaseKinds[designs.purchase[at] ?? -1];
  if (offer === undefined || purchase === undefined) throw new RangeError(`no candidate ${at}`);
  return {
    cloud: offer.cloud,
    region: offer.region,
    sku: offer.sku,
    purchase,
    machines: designs.machines[at] ?? Number.NaN,
    usdPerMonth: designs.cost[at] ?? Number.NaN,
    answerSeconds: knownOf(designs.latency?.[at]),
    kilogramsCo2ePerMonth: knownOf(designs.carbon[at]),
    unavailableShare: designs.unavailability[at] ?? Number.NaN,
    proxy: offer.ratio !== undefined,
    standsFor,
  };
}

function knownOf(value: number | undefined): number | undefined {
  return value === undefined || Number.isNaN(value) ? undefined : value;
}
