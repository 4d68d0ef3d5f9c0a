import { isDoc, toNumber } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { equalValues } from '../bson/order.ts';
import { MongoFault } from '../faults.ts';
import { compileFilter } from '../query/filter.ts';
import type { Collection, Index } from '../store/catalogue.ts';
import { readIndexSpec, sameIndex } from '../store/index-spec.ts';
import { countField, documentField, documentsField, flagField, stringField } from './command.ts';
import type { Command, CommandContext } from './command.ts';

const validation = ['validator', 'validationLevel', 'validationAction'];

/** The commands about collections, their indexes, and databases. */
export const collectionCommands: { readonly [name: string]: Command } = {
  create: { run: create, writes: true, fields: validation },
  collMod: { run: collMod, writes: true, fields: [...validation, 'index'] },
  drop: { run: drop, writes: true, fields: [] },
  dropDatabase: { run: dropDatabase, writes: true, fields: [] },
  createIndexes: { run: createIndexes, writes: true, fields: ['indexes', 'commitQuorum'] },
  dropIndexes: { run: dropIndexes, writes: true, fields: ['index'] },
  listIndexes: { run: listIndexes, fields: ['cursor'] },
  listCollections: {
    run: listCollections,
    fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  },
  listDatabases: { run: listDatabases, fields: ['filter', 'nameOnly', 'authorizedDatabases'] },
};

function create({ command, store, db }: CommandContext): Doc {
  store.catalogue.create(db, stringField(command, 'create'), pick(command, validation));
  return {};
}

function collMod({ command, store, db }: CommandContext): Doc {
  const collection = store.catalogue.require(db, stringField(command, 'collMod'));
  const changed = pick(command, validation);
  if (Object.keys(changed).length > 0)
    store.catalogue.setOptions(collection, { ...collection.options, ...changed });
  if (command['index'] === undefined) return {};
  const wanted = documentField(command, 'index');
  const index = findIndex(collection, wanted['keyPattern'] ?? wanted['name']);
  const seconds = toNumber(wanted['expireAfterSeconds']);
  if (seconds === undefined || Object.keys(wanted).length !== 2) {
    throw new MongoFault(
      'InvalidOptions',
      'collMod changes expireAfterSeconds of an index, and nothing else of it.',
    );
  }
  const definition = readIndexSpec({ ...index.spec, expireAfterSeconds: wanted['expireAfterSeconds'] });
  store.catalogue.dropIndex(collection, index);
  store.buildIndex(collection, definition);
  return {};
}

function drop({ command, store, db }: CommandContext): Doc {
  const name = stringField(command, 'drop');
  const collection = store.catalogue.find(db, name);
  if (collection === undefined) return {};
  store.catalogue.drop(collection);
  return { ns: `${db}.${name}`, nIndexesWas: collection.indexes.length };
}

function dropDatabase({ store, db }: CommandContext): Doc {
  for (const collection of store.catalogue.list(db)) store.catalogue.drop(collection);
  return { dropped: db };
}

function createIndexes({ command, store, db }: CommandContext): Doc {
  const name = stringField(command, 'createIndexes');
  const existed = store.catalogue.find(db, name) !== undefined;
  const definitions = documentsField(command, 'indexes').map((spec) => readIndexSpec({ v: 2, ...spec }));
  const collection = store.catalogue.ensure(db, name);
  const numIndexesBefore = collection.indexes.length;
  for (const definition of definitions) {
    const sameName = collection.indexes.find((index) => index.name === definition.name);
    if (sameName !== undefined) {
      if (sameIndex(sameName, definition)) continue;
      const codeName = equalValues(sameName.spec['key'], definition.spec['key'])
        ? 'IndexOptionsConflict'
        : 'IndexKeySpecsConflict';
      throw new MongoFault(
        codeName,
        `An existing index has the same name as the requested index: ${definition.name}`,
      );
    }
    const sameKey = collection.indexes.find((index) =>
      equalValues(index.spec['key'], definition.spec['key']),
    );
    if (sameKey !== undefined) {
      throw new MongoFault(
        'IndexOptionsConflict',
        `Index already exists with a different name: ${sameKey.name}`,
      );
    }
    store.buildIndex(collection, definition);
  }
  return {
    numIndexesBefore,
    numIndexesAfter: collection.indexes.length,
    createdCollectionAutomatically: !existed,
  };
}

function dropIndexes({ command, store, db }: CommandContext): Doc {
  const collection = store.catalogue.require(db, stringField(command, 'dropIndexes'));
  const nIndexesWas = collection.indexes.length;
  const wanted = command['index'];
  const removable = collection.indexes.filter(({ name }) => name !== '_id_');
  const names: unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  const dropped = wanted === '*' ? removable : names.map((name) => findIndex(collection, name));
  if (dropped.some(({ name }) => name === '_id_'))
    throw new MongoFault('InvalidOptions', 'cannot drop _id index');
  for (const index of dropped) store.catalogue.dropIndex(collection, index);
  return { nIndexesWas };
}

function listIndexes(context: CommandContext): Doc {
  const { command, store, db } = context;
  const name = stringField(command, 'listIndexes');
  const collection = store.catalogue.require(db, name);
  return listing(
    context,
    `${db}.${name}`,
    collection.indexes.map(({ spec }) => spec),
  );
}

function listCollections(context: CommandContext): Doc {
  const { command, store, db } = context;
  const matches = compileFilter(documentField(command, 'filter'));
  const nameOnly = flagField(command, 'nameOnly');
  const entries = store.catalogue.list(db).map((collection): Doc => {
    const entry = { name: collection.name, type: 'collection' };
    if (nameOnly) return entry;
    const idIndex = collection.indexes.find(({ name }) => name === '_id_')?.spec;
    return { ...entry, options: collection.options, info: { readOnly: false }, idIndex };
  });
  return listing(context, `${db}.$cmd.listCollections`, entries.filter(matches));
}

function listDatabases({ command, store }: CommandContext): Doc {
  const matches = compileFilter(documentField(command, 'filter'));
  const names = [...new Set(store.catalogue.list().map(({ db }) => db))].toSorted();
  const nameOnly = flagField(command, 'nameOnly');
  const databases = names
    .map((name): Doc => (nameOnly ? { name } : { name, sizeOnDisk: 0, empty: false }))
    .filter(matches);
  return nameOnly ? { databases } : { databases, totalSize: 0 };
}

function listing(
  { command, cursors, now, inTransaction }: CommandContext,
  namespace: string,
  documents: Doc[],
): Doc {
  const batchSize = countField(documentField(command, 'cursor'), 'batchSize');
  return cursors.start({ namespace, documents, batchSize, readAll: inTransaction, now });
}

function findIndex(collection: Collection, wanted: unknown): Index {
  const index = collection.indexes.find(
    ({ name, spec }) => name === wanted || (isDoc(wanted) && equalValues(spec['key'], wanted)),
  );
  if (index === undefined)
    throw new MongoFault('IndexNotFound', `index not found with name [${JSON.stringify(wanted)}]`);
  return index;
}

function pick(command: Doc, fields: readonly string[]): Doc {
  return Object.fromEntries(
    fields.filter((field) => command[field] !== undefined).map((field) => [field, command[field]]),
  );
}
