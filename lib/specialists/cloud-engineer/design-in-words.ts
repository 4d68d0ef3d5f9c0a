import { isName } from '#lib/domain/gate/identifiers.ts';
import { id, type Prose } from '#lib/domain/gate/prose.ts';
import type { Option, ServiceKind } from '#lib/domain/options/option.ts';

/** A design as it stands in a sentence, its machines, models and regions marked as names. */
export function designInWords({ service, design }: Option): Prose {
  const { model, sku, region, accelerator, provider } = design;
  const where = region === undefined ? '' : ` in ${named(region)}`;
  switch (service) {
    case 'token-api':
      return `${named(model)} by the token from ${named(provider)}`;
    case 'gpu-cloud':
      return `${model === undefined ? '' : `${named(model)} on `}${named(sku)}${where}${purchaseWords[design.purchase]}`;
    case 'training-cloud':
      return `rented ${named(accelerator ?? sku)} of ${providerName(provider)}${where}${purchaseWords[design.purchase]}`;
    case 'own-hardware':
      return `${model === undefined ? '' : `${named(model)} on `}own ${accelerator === undefined ? 'machines' : named(accelerator)}`;
    case 'edge-devices':
      return 'devices on site';
    case 'cpu-cloud':
    case 'vector-search':
    case 'general-cloud':
      return `${named(sku)} of ${providerName(provider)}${where}${purchaseWords[design.purchase]}`;
  }
}

/** What adopting a design is called: the verb that fits its kind, and the workload. */
export function adoptionTitle(option: Option, workload: Prose): Prose {
  return `${verbs[option.service]} ${workload}: ${designInWords(option)}`;
}

const verbs: Readonly<Record<ServiceKind, Prose>> = {
  'token-api': 'Buy the model for',
  'gpu-cloud': 'Host the model for',
  'own-hardware': 'Use own machines for',
  'cpu-cloud': 'Use plain processors for',
  'training-cloud': 'Rent accelerators for',
  'edge-devices': 'Compute on site for',
  'vector-search': 'Keep the index in memory for',
  'general-cloud': 'Rent machines for',
};

const purchaseWords: Readonly<Record<Option['design']['purchase'], Prose>> = {
  ondemand: ', on demand',
  spot: ', at spot prices',
  '1y': ', committed for a year',
  '3y': ', committed for years',
  'per-token': '',
  owned: '',
};

function providerName(provider: string): Prose {
  return cloudNames[provider] ?? named(provider);
}

const cloudNames: Readonly<Record<string, Prose>> = { aws: 'AWS', azure: 'Azure', gcp: 'Google Cloud' };

function named(name: string | undefined): Prose {
  return name !== undefined && isName(name) ? id(name) : 'a machine of its class';
}
