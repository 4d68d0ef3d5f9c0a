import { Long } from 'bson';
import { compileProjection } from '../aggregate/projection.ts';
import { countOf } from '../aggregate/stages.ts';
import { distinct } from '../aggregate/accumulators.ts';
import { runOverCollection } from '../aggregate/pipeline.ts';
import { isDoc, toNumber } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { elementsAt, parsePath } from '../bson/paths.ts';
import { emptyArrayElement } from '../bson/order.ts';
import { MongoFault } from '../faults.ts';
import { readSort } from '../query/sort.ts';
import type { Stored } from '../store/documents.ts';
import { countField, documentField, flagField, stringField, surroundings } from './command.ts';
import type { Command, CommandContext } from './command.ts';

/** The commands that read documents. */
export const readCommands: { readonly [name: string]: Command } = {
  find: {
    run: find,
    transactional: true,
    fields: [
      'filter',
      'sort',
      'projection',
      'hint',
      'skip',
      'limit',
      'batchSize',
      'singleBatch',
      'let',
      'collation',
      'noCursorTimeout',
      'allowDiskUse',
    ],
  },
  aggregate: {
    run: aggregate,
    transactional: true,
    fields: ['pipeline', 'cursor', 'hint', 'let', 'collation', 'allowDiskUse'],
  },
  count: { run: count, transactional: false, fields: ['query', 'limit', 'skip', 'hint', 'collation'] },
  distinct: { run: distinctValues, transactional: true, fields: ['key', 'query', 'hint', 'collation'] },
  getMore: { run: getMore, transactional: true, fields: ['collection', 'batchSize'] },
  killCursors: { run: killCursors, transactional: true, fields: ['cursors'] },
};

function find(context: CommandContext): Doc {
  const { command, db, cursors, now } = context;
  const name = stringField(command, 'find');
  const limit = countField(command, 'limit') ?? 0;
  const found = matching(context, name, 'filter');
  const window = sliceOf(found, countField(command, 'skip') ?? 0, limit === 0 ? Infinity : limit);
  const { variables } = surroundings(context);
  const spec = documentField(command, 'projection');
  const project =
    Object.keys(spec).length === 0 ? (doc: Doc): Doc => doc : compileProjection(spec, variables, true);
  return cursors.start({
    namespace: `${db}.${name}`,
    documents: projected(window, project),
    batchSize: countField(command, 'batchSize'),
    singleBatch: flagField(command, 'singleBatch'),
    readAll: context.inTransaction,
    now,
  });
}

function aggregate(context: CommandContext): Doc {
  const { command, db, cursors, now } = context;
  const name = stringField(command, 'aggregate');
  return cursors.start({
    namespace: `${db}.${name}`,
    documents: runOverCollection(name, command['pipeline'], surroundings(context), command['hint']),
    batchSize: countField(documentField(command, 'cursor'), 'batchSize'),
    readAll: context.inTransaction,
    now,
  });
}

function count(context: CommandContext): Doc {
  const { command, store, db } = context;
  const name = stringField(command, 'count');
  const limit = Math.abs(toNumber(command['limit']) ?? 0);
  const skip = countField(command, 'skip') ?? 0;
  const collection = store.catalogue.find(db, name);
  if (collection === undefined) return { n: 0 };
  if (Object.keys(documentField(command, 'query')).length === 0) {
    return {
      n: Math.min(Math.max(store.documents.count(collection) - skip, 0), limit === 0 ? Infinity : limit),
    };
  }
  const found = sliceOf(matching(context, name, 'query'), skip, limit === 0 ? Infinity : limit);
  return { n: countOf(found) };
}

function distinctValues(context: CommandContext): Doc {
  const { command } = context;
  const path = parsePath(stringField(command, 'key'));
  const values: unknown[] = [];
  for (const { doc } of matching(context, stringField(command, 'distinct'), 'query')) {
    values.push(...elementsAt(doc, path).values.filter((value) => value !== emptyArrayElement));
  }
  return { values: distinct(values) };
}

function getMore(context: CommandContext): Doc {
  const { command, db, cursors, now } = context;
  const namespace = `${db}.${stringField(command, 'collection')}`;
  return cursors.next(cursorId(command['getMore']), namespace, countField(command, 'batchSize'), now);
}

function killCursors({ command, cursors }: CommandContext): Doc {
  const ids: unknown[] = Array.isArray(command['cursors']) ? command['cursors'] : [];
  const killed = ids.map(cursorId).filter((id) => cursors.kill(id));
  const known = new Set(killed.map(String));
  const notFound = ids.map(cursorId).filter((id) => !known.has(String(id)));
  return { cursorsKilled: killed, cursorsNotFound: notFound, cursorsAlive: [], cursorsUnknown: [] };
}

function matching(context: CommandContext, name: string, filterField: string): Iterable<Stored> {
  const { command, store, db } = context;
  const { variables } = surroundings(context);
  const hint =
    isDoc(command['hint']) && Object.keys(command['hint']).length === 0 ? undefined : command['hint'];
  const filter = documentField(command, filterField);
  return store.reader.find(store.catalogue.find(db, name), {
    filter,
    order: readSort(command['sort']),
    hint,
    variables,
  });
}

function* sliceOf<T>(items: Iterable<T>, skip: number, limit: number): Generator<T> {
  let seen = 0;
  for (const item of items) {
    seen += 1;
    if (seen > skip) yield item;
    if (seen >= skip + limit) return;
  }
}

function* projected(found: Iterable<Stored>, project: (doc: Doc) => Doc): Generator<Doc> {
  for (const { doc } of found) yield project(doc);
}

function cursorId(value: unknown): Long {
  if (value instanceof Long) return value;
  throw new MongoFault('TypeMismatch', 'A cursor id must be a long.');
}
