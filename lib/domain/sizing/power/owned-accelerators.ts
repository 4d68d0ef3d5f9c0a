import { readValue } from '../../assessment/read-answer.ts';
import type { Accelerator } from '../../catalogue/accelerator.ts';
import { accelerator } from '../../catalogue/accelerator-lookup.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Figure } from '../../figure/figure.ts';
import type { Engine } from '../../figure/leaves/engine.ts';
import type { Missing } from '../../options/option.ts';

/** Accelerators that the client owns or has on order. */
export type OwnedAccelerators = {
  hardware: string;
  part: Accelerator;
  count: Figure;
  /** Whether they can be used now. */
  installed: boolean;
  /** Seconds until they can be used, where the client knows. */
  availableIn?: Figure | undefined;
  missing: Missing[];
};

/** The groups of hardware whose accelerator and number are known. A name that means several forms is read as the commonest. */
export function ownedAccelerators(engine: Engine): OwnedAccelerators[] {
  return engine.assessment.hardware.flatMap(({ id, answers }): OwnedAccelerators[] => {
    const count = engine.ledger.get(`answer.hardware.${id}.acceleratorCount`);
    const name = readValue(answers.accelerator);
    const named = name === undefined ? undefined : partNamed(engine.catalogue, name);
    if (count === undefined || count.value <= 0 || name === undefined || named === undefined) return [];
    const installed = readValue(answers.status) === 'installed';
    const availableIn = engine.ledger.get(`answer.hardware.${id}.availableIn`);
    return [
      { hardware: id, part: named.part, count, installed, availableIn, missing: gaps(id, name, named) },
    ];
  });
}

type Named = { part: Accelerator; guessed: boolean };

function partNamed(catalogue: Catalogue, name: string): Named | undefined {
  const exact = accelerator(catalogue, name);
  if (exact !== undefined) return { part: exact, guessed: false };
  const [form] = ['-SXM', '-80GB', '-32GB'].flatMap(
    (ending) => accelerator(catalogue, `${name}${ending}`) ?? [],
  );
  return form === undefined ? undefined : { part: form, guessed: true };
}

function gaps(hardware: string, name: string, { part, guessed }: Named): Missing[] {
  if (!guessed) return [];
  return [
    {
      what: `Which form of ${name} it is`,
      because: `There are several; this is computed with ${part.model}.`,
      settledBy: `hardware.${hardware}.accelerator`,
    },
  ];
}
