import type { Workload } from '#lib/domain/assessment/assessment.ts';
import type { Figure } from '#lib/domain/figure/figure.ts';
import { type Choice, chooseOption } from '#lib/domain/options/choose-option.ts';
import type { Option } from '#lib/domain/options/option.ts';
import type { Need } from '#lib/domain/run/run.ts';
import type { Investigation } from '../investigation.ts';

/** A need with the workload behind it and the option to take. */
export type ChosenNeed = { need: Need; workload: Workload; choice: Choice };

/** The choice for every need that has an option. */
export function choicesOf({ assessment, needs, ledger }: Investigation): ChosenNeed[] {
  const held = ledger.ledger();
  return needs.flatMap((need) => {
    const workload = assessment.workloads.find(({ id }) => id === need.id);
    const choice = chooseOption(need, { ledger: held, assessment });
    return workload === undefined || choice === undefined ? [] : [{ need, workload, choice }];
  });
}

/** The figure of what an option costs per month; undefined where it only costs once or has no price. */
export function monthlyOf({ ledger }: Investigation, option: Option): Figure | undefined {
  return option.monthly === undefined ? undefined : ledger.get(option.monthly);
}

/** The figure of what an option costs once; undefined where nothing is paid once. */
export function onceOf({ ledger }: Investigation, option: Option): Figure | undefined {
  return option.once === undefined ? undefined : ledger.get(option.once);
}

/** Whether the load of the need is so little known that its price says nothing about it. */
export function loadIsUnknown({ option }: Choice): boolean {
  return option.missing.some(
    ({ what }) => what === 'Tokens of the model' || what === 'Machines for the load',
  );
}
