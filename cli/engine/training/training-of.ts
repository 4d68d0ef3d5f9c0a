import type { Accelerator } from '#lib/domain/catalogue/accelerator.ts';
import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import type { FittedTraining } from '#lib/domain/sizing/training/calibrated/fitted-training.ts';
import { predictTraining } from '#lib/domain/sizing/training/calibrated/predict-training.ts';
import { trainingPart } from '#lib/domain/sizing/training/calibrated/training-part.ts';
import type { Quantiles } from '#lib/domain/sizing/training/calibrated/training-setup.ts';
import { badField, type Input, onlyFields, optionalAmount, text, unknownName } from '../fields.ts';
import { gpuIn } from '../gpu-of.ts';
import { gpuHourPrice } from './gpu-hour-price.ts';

/** What training is predicted with; `otherParts` are accelerators that published runs name and the catalogue does not describe. */
export type TrainingBook = {
  readonly catalogue: Catalogue;
  readonly fitted: FittedTraining;
  readonly otherParts: ReadonlySet<string>;
};

const asked = ['params_b', 'active_params_b', 'tokens_b', 'gpu', 'gpus', 'usd_per_gpu_hour'];
const columns = ['params_total', 'params_active', 'tokens', 'gpu_count'];
/** Other columns of the table of training runs, so that a whole row may be sent: what a run took is not looked at. */
const taken = ['gpu_hours', 'wall_hours', 'tco2e_location', 'power_w', 'flop_reported', 'mfu_reported'];
const described = ['id', 'model', 'as_of', 'confidence', 'disputed', 'source', 'notes'];
const fields = new Set([...asked, ...columns, ...taken, ...described]);

/**
 * GPU-hours of the training run in a line with their 80 % band; wall hours when the GPUs are counted, emissions when the power of
 * the part is known, and the cost at the price in the line or at the lowest list price; or why published runs do not carry it.
 */
export function trainingOf({ catalogue, fitted, otherParts }: TrainingBook, input: Input): object {
  onlyFields(input, fields);
  const parameters = scaled(input, 'params_b', 'params_total');
  const active = optionalScaled(input, 'active_params_b', 'params_active');
  if (active !== undefined && active > parameters)
    throw badField('active_params_b', 'is more than all parameters');
  const tokens = scaled(input, 'tokens_b', 'tokens');
  const gpus = optionalAmount(input, 'gpus') ?? optionalAmount(input, 'gpu_count') ?? null;
  const accelerator = gpuIn(catalogue, input, 'gpu');
  const name = text(input, 'gpu');
  const part = trainingPart(name, accelerator);
  if (accelerator === undefined && part === undefined && !otherParts.has(name))
    throw unknownName('gpu', name);
  const setup = { parameters, activeParameters: active ?? null, tokens, gpus };
  const answer = predictTraining(setup, part, fitted);
  if (answer.kind === 'refusal') return { refused: answer.say, reason: answer.reason };
  const { gpuHours, wallHours, tonnesCo2e } = answer;
  return {
    gpu_hours: gpuHours,
    wall_hours: wallHours?.p50 ?? null,
    tco2e: tonnesCo2e?.p50 ?? null,
    ...costOf(catalogue, accelerator, input, gpuHours),
    utilisation: answer.utilisation,
    bands: { wall_hours: wallHours, tco2e: tonnesCo2e },
    notes: answer.notes,
  };
}

function costOf(
  catalogue: Catalogue,
  accelerator: Accelerator | undefined,
  input: Input,
  { p50 }: Quantiles,
): object {
  const given = optionalAmount(input, 'usd_per_gpu_hour');
  if (given !== undefined) return { usd: p50 * given, usd_source: 'the price in the line' };
  const listed = accelerator && gpuHourPrice(catalogue, accelerator.model);
  return listed === undefined ? { usd: null } : { usd: p50 * listed.usd, usd_source: listed.source };
}

/** A count, given in billions or as it is. */
function scaled(input: Input, inBillions: string, plain: string): number {
  const given = optionalScaled(input, inBillions, plain);
  if (given === undefined) throw badField(inBillions, 'is missing');
  return given;
}

function optionalScaled(input: Input, inBillions: string, plain: string): number | undefined {
  const billions = optionalAmount(input, inBillions);
  return billions === undefined ? optionalAmount(input, plain) : billions * 1e9;
}
