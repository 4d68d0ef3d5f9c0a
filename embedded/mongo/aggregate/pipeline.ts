import { isDoc } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { MongoFault } from '../faults.ts';
import { readSort } from '../query/sort.ts';
import type { SortOrder } from '../query/sort.ts';
import { compileFilter } from '../query/filter.ts';
import { compileStage } from './stages.ts';
import type { Pipelines, Stage, Surroundings } from './surroundings.ts';

/** A pipeline checked as a whole, before the first document is read. */
type Pipeline = { filter: Doc; order: SortOrder; stages: Stage[] };

/**
 * Compiles a pipeline. The `$match` and `$sort` it begins with become a query that can use indexes. Throws
 * Location40324 for a stage that is unknown or not supported, and the stages' own errors.
 */
function compilePipeline(pipeline: unknown, around: Surroundings): Pipeline {
  const specs = readStages(pipeline);
  const matches = specs.findIndex(({ name }) => name !== '$match');
  const leading = matches === -1 ? specs : specs.slice(0, matches);
  const filters = leading.map(({ argument }) => {
    if (!isDoc(argument))
      throw new MongoFault('BadValue', 'the match filter must be an expression in an object');
    return argument;
  });
  let rest = specs.slice(leading.length);
  let order: SortOrder = [];
  if (rest[0]?.name === '$sort') {
    order = readSort(rest[0].argument);
    rest = rest.slice(1);
  }
  const [only] = filters;
  const filter =
    filters.length === 1 && only !== undefined ? only : filters.length === 0 ? {} : { $and: filters };
  compileFilter(filter, around.variables);
  return { filter, order, stages: rest.map(({ name, argument }) => compileStage(name, argument, around)) };
}

/** Runs a pipeline over a collection that may not exist. */
export function runOverCollection(
  name: string,
  pipeline: unknown,
  around: Surroundings,
  hint?: unknown,
): Iterable<Doc> {
  const { filter, order, stages } = compilePipeline(pipeline, around);
  const collection = around.catalogue.find(around.db, name);
  const query = { filter, order, hint, variables: around.variables };
  return runStages(documentsOf(around.reader.find(collection, query)), stages);
}

/** Runs a pipeline over documents at hand. */
function runOverDocuments(input: readonly Doc[], pipeline: unknown, around: Surroundings): Iterable<Doc> {
  return runStages(
    input,
    readStages(pipeline).map(({ name, argument }) => compileStage(name, argument, around)),
  );
}

/** What stages with pipelines of their own are given. */
export const pipelines: Pipelines = {
  check: (pipeline, around) => void compilePipeline(pipeline, around),
  overCollection: runOverCollection,
  overDocuments: runOverDocuments,
};

function runStages(input: Iterable<Doc>, stages: readonly Stage[]): Iterable<Doc> {
  return stages.reduce((docs, stage) => stage(docs), input);
}

function* documentsOf(found: Iterable<{ doc: Doc }>): Generator<Doc> {
  for (const { doc } of found) yield doc;
}

function readStages(pipeline: unknown): { name: string; argument: unknown }[] {
  if (!Array.isArray(pipeline)) throw new MongoFault('TypeMismatch', "'pipeline' must be an array");
  return pipeline.map((stage: unknown) => {
    const entries = isDoc(stage) ? Object.entries(stage) : [];
    const [entry] = entries;
    if (entry === undefined || entries.length !== 1) {
      throw new MongoFault(
        'Location40324',
        'A pipeline stage specification object must contain exactly one field.',
      );
    }
    return { name: entry[0], argument: entry[1] };
  });
}
