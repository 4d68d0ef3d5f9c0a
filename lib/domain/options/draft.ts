import type { Workload } from '../assessment/assessment.ts';
import type { Accelerator } from '../catalogue/accelerator.ts';
import type { Region } from '../catalogue/region.ts';
import type { Cloud } from '../catalogue/prices.ts';
import type { Figure } from '../figure/figure.ts';
import type { Engine } from '../figure/leaves/engine.ts';
import type { Prose } from '../gate/prose.ts';
import type { Market } from './market.ts';
import type { Design, Missing, OptionId, ServiceKind } from './option.ts';

/** What every design of one need is made with. */
export type NeedContext<W extends Workload = Workload> = {
  engine: Engine;
  workload: W;
  market: Market;
  /** Where the data must stay; empty when nothing was said. */
  residency: readonly string[];
  /** What of a commitment is paid for and not used, per month. */
  unusedCommitments: ReadonlyMap<Cloud, Figure>;
};

export type PartDraft = {
  key: string;
  label: string;
  monthly?: Figure | undefined;
  once?: Figure | undefined;
};

/** How a design outlives the failure of a machine or of a region. */
export type Redundancy = 'none' | 'spare-machine' | 'second-region' | 'by-provider';

/** What the checks need to know of a design; absent is unknown. */
export type DesignFacts = {
  redundancy: Redundancy;
  peak?: Figure | undefined;
  capacity?: Figure | undefined;
  firstTokenTime?: Figure | undefined;
  answerTime?: Figure | undefined;
  /** What a reader must know of these times. */
  caveat?: Prose | undefined;
  gpus?: Figure | undefined;
  part?: Accelerator | undefined;
  /** Where own machines stand, by a cloud region of the same country. */
  ownPlace?: Region | undefined;
  /** Seconds from today until the work is done. */
  doneIn?: Figure | undefined;
  gpuHours?: Figure | undefined;
  openWeights?: boolean | undefined;
};

/** A design with its own costs, before data, support, people and checks are added. */
export type OptionDraft = {
  id: OptionId;
  service: ServiceKind;
  title: string;
  design: Omit<Design, 'machines'>;
  machines?: Figure | undefined;
  cloud?: Cloud | undefined;
  parts: PartDraft[];
  missing: Missing[];
  proxy: boolean;
  facts: DesignFacts;
};

/** Totals of an option. `bills` is what must be paid to others: without own people and without depreciation. */
export type Totals = {
  monthly?: Figure | undefined;
  yearly?: Figure | undefined;
  once?: Figure | undefined;
  bills?: Figure | undefined;
  firstYear?: Figure | undefined;
  /** Once and bills over the time that the client's whole budget covers. */
  wholeTime?: Figure | undefined;
};

/** `${need}.${service}.${slug}` in lower case, with dashes for whatever else a name contains. */
export function optionId(need: string, service: ServiceKind, ...design: readonly string[]): OptionId {
  const slug = design
    .join(' ')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-');
  return `${need}.${service}.${slug}`;
}
