import { cloudEngineer } from './cloud-engineer/specialist.ts';
import { compliance } from './compliance/specialist.ts';
import type { Specialist } from './contract.ts';
import { cto } from './cto/specialist.ts';
import { infrastructure } from './infrastructure/specialist.ts';

/** The specialists of a run, in the order in which their claims are laid side by side. */
export const specialists: readonly Specialist[] = [cto, cloudEngineer, infrastructure, compliance];
