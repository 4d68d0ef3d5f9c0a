import type { Region } from '../catalogue/region.ts';
import type { Figure } from '../figure/figure.ts';
import { assumed } from '../figure/leaves/assumed.ts';
import type { NeedContext, PartDraft } from '../options/draft.ts';
import { tariff } from '../sizing/power/electricity.ts';

type OwnMachines = {
  option: string;
  machines: Figure;
  /** Price of one machine; absent when the table has none of this kind. */
  server?: 'server.gpu8-h100-usd' | 'server.gpu-single-l40s-usd' | undefined;
  /** Machines that are there already are not bought again. */
  bought: boolean;
  kilowatts?: Figure | undefined;
  place?: Region | undefined;
};

/**
 * What own machines cost: electricity with the losses of the room, maintenance as a share of their price, and for bought
 * ones the purchase once and its depreciation per month. Purchase and depreciation are two views of the same money.
 */
export function ownMachineParts(context: NeedContext, own: OwnMachines): PartDraft[] {
  return [...powerPart(context, own), ...priceParts(context, own)];
}

function powerPart({ engine }: NeedContext, { option, kilowatts, place }: OwnMachines): PartDraft[] {
  if (kilowatts === undefined) return [];
  const energy = engine.ledger.compute(
    { id: `size.${option}.energy.monthly`, label: 'Electricity per month', unit: 'kwh-per-month' },
    'energy-per-month',
    {
      kilowatts,
      hoursPerMonth: assumed(engine, 'month.hours'),
      effectiveness: assumed(engine, 'server.pue-own'),
    },
  );
  const label = 'Electricity';
  const monthly = engine.ledger.compute(
    { id: `cost.${option}.power.monthly`, label, unit: 'usd-per-month' },
    'product',
    { amount: energy, factor: tariff(engine, place) },
  );
  return [{ key: 'power', label, monthly }];
}

function priceParts({ engine }: NeedContext, { option, machines, server, bought }: OwnMachines): PartDraft[] {
  if (server === undefined) return [];
  const { ledger } = engine;
  const value = ledger.compute(
    { id: `cost.${option}.machine-value`, label: 'Price of the machines', unit: 'usd' },
    'product',
    { amount: machines, factor: assumed(engine, server) },
  );
  const maintenance = {
    key: 'maintenance',
    label: 'Maintenance and spares',
    monthly: ledger.compute(
      { id: `cost.${option}.maintenance.monthly`, label: 'Maintenance and spares', unit: 'usd-per-month' },
      'maintenance-per-month',
      { purchasePrice: value, sharePerYear: assumed(engine, 'server.maintenance-share-per-year') },
    ),
  };
  if (!bought) return [maintenance];
  const depreciation = {
    key: 'depreciation',
    label: 'Depreciation of the bought machines',
    monthly: ledger.compute(
      { id: `cost.${option}.depreciation.monthly`, label: 'Depreciation', unit: 'usd-per-month' },
      'depreciation-per-month',
      { purchasePrice: value, lifeInMonths: assumed(engine, 'server.life-months') },
    ),
  };
  return [maintenance, depreciation, { key: 'purchase', label: 'Purchase of the machines', once: value }];
}
