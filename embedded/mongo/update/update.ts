import { copyDocument, copyValue, isDoc } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { equalValues } from '../bson/order.ts';
import { MongoFault } from '../faults.ts';
import { compileUpdateStage } from '../aggregate/stages.ts';
import type { Variables } from '../aggregate/expression.ts';
import { arrayOperators } from './array-operators.ts';
import { readAt, removeAt, writeAt } from './concrete-path.ts';
import { fieldOperators } from './field-operators.ts';
import type { FieldChange } from './field-operators.ts';
import { expandPath, readArrayFilters } from './positions.ts';
import type { ArrayFilters } from './positions.ts';

/** Where an update is applied: the query that found the document, and whether an upsert is making a new one. */
export type Occasion = { filter: Doc; inserting: boolean };

/** The document after the update; the one before is left alone. */
export type Update = (doc: Doc, occasion: Occasion) => Doc;

export type UpdateOptions = { arrayFilters?: unknown; variables: Variables; now: Date };

/**
 * An update document, a replacement, or an update pipeline, checked and ready to apply. Throws FailedToParse for an
 * operator that does not exist and ConflictingUpdateOperators for two changes of one path; applying it throws
 * ImmutableField for a changed `_id`, and PathNotViable, TypeMismatch or BadValue where the document does not fit.
 */
export function compileUpdate(update: unknown, options: UpdateOptions): Update {
  const change = compileChange(update, options);
  return (doc, occasion) => {
    const after = change(doc, occasion);
    if (doc['_id'] !== undefined && !equalValues(doc['_id'], after['_id'])) {
      throw new MongoFault(
        'ImmutableField',
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      );
    }
    return after;
  };
}

/** Whether the update replaces the whole document. */
export function isReplacement(update: unknown): boolean {
  return isDoc(update) && !(Object.keys(update)[0] ?? '').startsWith('$');
}

function compileChange(update: unknown, options: UpdateOptions): Update {
  if (Array.isArray(update)) return compilePipelineUpdate(update, options);
  if (!isDoc(update)) throw new MongoFault('FailedToParse', 'An update must be an object or an array');
  if (isReplacement(update)) return compileReplacement(update);
  const arrayFilters = readArrayFilters(options.arrayFilters);
  const steps = readSteps(update, options.now);
  refuseConflicts(steps);
  refuseUnusedFilters(steps, arrayFilters);
  return (doc, occasion) => {
    const after = copyDocument(doc);
    for (const step of steps)
      if (!step.onInsertOnly || occasion.inserting) runStep(after, step, occasion, arrayFilters);
    return after;
  };
}

function compilePipelineUpdate(stages: readonly unknown[], options: UpdateOptions): Update {
  const changes = stages.map((stage) => {
    const [entry, ...others] = isDoc(stage) ? Object.entries(stage) : [];
    if (entry === undefined || others.length > 0) {
      throw new MongoFault('FailedToParse', 'A pipeline stage must be an object with exactly one field');
    }
    return compileUpdateStage(entry[0], entry[1], options.variables);
  });
  return (doc) => changes.reduce((current, change) => change(current), doc);
}

function compileReplacement(replacement: Doc): Update {
  const dollar = Object.keys(replacement).find((field) => field.startsWith('$'));
  if (dollar !== undefined) {
    throw new MongoFault(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${dollar}' is not allowed here.`,
    );
  }
  return (doc) => {
    const id = replacement['_id'] ?? doc['_id'];
    const { _id: _replaced, ...fields } = replacement;
    return id === undefined ? { ...fields } : { _id: id, ...fields };
  };
}

type Step = { operator: string; path: readonly string[]; onInsertOnly: boolean } & (
  | { change: FieldChange }
  | { renameTo: readonly string[] }
);

function readSteps(update: Doc, now: Date): Step[] {
  return Object.entries(update).flatMap(([operator, fields]) => {
    const compile = fieldOperators[operator] ?? arrayOperators[operator];
    if (compile === undefined && operator !== '$rename') {
      throw new MongoFault(
        'FailedToParse',
        `Unknown modifier: ${operator}. Expected a valid update modifier.`,
      );
    }
    if (!isDoc(fields)) {
      throw new MongoFault(
        'FailedToParse',
        `Modifiers operate on fields but we found another type for ${operator}.`,
      );
    }
    return Object.entries(fields).map(([name, argument]): Step => {
      const step = { operator, path: readUpdatePath(name), onInsertOnly: operator === '$setOnInsert' };
      if (compile !== undefined) return { ...step, change: compile(argument, now) };
      if (typeof argument !== 'string')
        throw new MongoFault('BadValue', `The 'to' field for $rename must be a string`);
      return { ...step, renameTo: readUpdatePath(argument) };
    });
  });
}

function readUpdatePath(name: string): string[] {
  const path = name.split('.');
  if (path.includes(''))
    throw new MongoFault('BadValue', `The update path '${name}' contains an empty field name.`);
  if (path[0]?.startsWith('$')) {
    throw new MongoFault(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${name}' is not valid for storage.`,
    );
  }
  return path;
}

function runStep(after: Doc, step: Step, occasion: Occasion, arrayFilters: ArrayFilters): void {
  if ('renameTo' in step) {
    const value = readAt(after, step.path);
    if (value === undefined) return;
    removeAt(after, step.path);
    writeAt(after, step.renameTo, value);
    return;
  }
  for (const path of expandPath(after, step.path, occasion.filter, arrayFilters)) {
    const current = readAt(after, path);
    const value = step.change(current);
    if (value === undefined) removeAt(after, path);
    else if (value !== current) writeAt(after, path, copyValue(value));
  }
}

function refuseConflicts(steps: readonly Step[]): void {
  const taken: string[] = [];
  for (const step of steps) {
    for (const path of 'renameTo' in step ? [step.path, step.renameTo] : [step.path]) {
      const text = path.join('.');
      const clash = taken.find(
        (other) => `${text}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${text}.`),
      );
      if (clash !== undefined) {
        throw new MongoFault(
          'ConflictingUpdateOperators',
          `Updating the path '${text}' would create a conflict at '${clash}'`,
        );
      }
      taken.push(text);
    }
  }
}

function refuseUnusedFilters(steps: readonly Step[], arrayFilters: ArrayFilters): void {
  const used = new Set(steps.flatMap(({ path }) => path));
  for (const identifier of arrayFilters.keys()) {
    if (!used.has(`$[${identifier}]`)) {
      throw new MongoFault(
        'FailedToParse',
        `The array filter for identifier '${identifier}' was not used in the update`,
      );
    }
  }
}
