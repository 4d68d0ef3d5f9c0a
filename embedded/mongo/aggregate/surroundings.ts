import type { Doc } from '../bson/document.ts';
import type { Reader } from '../query/read.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { Variables } from './expression.ts';

/** Turns the documents of one stage into those of the next, lazily. */
export type Stage = (input: Iterable<Doc>) => Iterable<Doc>;

/** Pipelines inside stages ($lookup, $facet, $unionWith). `check` throws what running it would, without documents. */
export type Pipelines = {
  check(pipeline: unknown, around: Surroundings): void;
  overCollection(name: string, pipeline: unknown, around: Surroundings): Iterable<Doc>;
  overDocuments(input: readonly Doc[], pipeline: unknown, around: Surroundings): Iterable<Doc>;
};

/** What stages may reach: the other collections of the database, pipelines, and the variables in scope. */
export type Surroundings = {
  reader: Reader;
  catalogue: Catalogue;
  db: string;
  variables: Variables;
  pipelines: Pipelines;
};
