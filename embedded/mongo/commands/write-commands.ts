import { isDoc, encodeDocument } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { MongoFault } from '../faults.ts';
import { readSort } from '../query/sort.ts';
import { compileProjection } from '../aggregate/projection.ts';
import type { Collection } from '../store/catalogue.ts';
import type { Stored } from '../store/documents.ts';
import { compileUpdate, isReplacement } from '../update/update.ts';
import type { Update } from '../update/update.ts';
import { upsertSeed } from '../update/upsert-seed.ts';
import {
  countField,
  documentField,
  documentsField,
  flagField,
  refuseUnknown,
  stringField,
  surroundings,
} from './command.ts';
import type { Command, CommandContext } from './command.ts';

/** The commands that write documents. */
export const writeCommands: { readonly [name: string]: Command } = {
  insert: { run: insert, writes: true, transactional: true, fields: ['documents', 'ordered'] },
  update: { run: update, writes: true, transactional: true, fields: ['updates', 'ordered', 'let'] },
  delete: { run: remove, writes: true, transactional: true, fields: ['deletes', 'ordered', 'let'] },
  findAndModify: {
    run: findAndModify,
    writes: true,
    transactional: true,
    fields: [
      'query',
      'sort',
      'remove',
      'update',
      'new',
      'fields',
      'upsert',
      'arrayFilters',
      'hint',
      'let',
      'collation',
    ],
  },
};

function insert(context: CommandContext): Doc {
  const { command, store, db } = context;
  const documents = documentsField(command, 'documents');
  if (documents.length === 0)
    throw new MongoFault('BadValue', 'Write batch sizes must be between 1 and 100000.');
  const collection = store.catalogue.ensure(db, stringField(command, 'insert'));
  let n = 0;
  const writeErrors = runStatements(command, documents, (doc) => {
    store.documents.insert(collection, doc);
    n += 1;
  });
  return writeReply({ n }, writeErrors);
}

function update(context: CommandContext): Doc {
  const { command } = context;
  const name = stringField(command, 'update');
  const upserted: Doc[] = [];
  let n = 0;
  let nModified = 0;
  const writeErrors = runStatements(command, documentsField(command, 'updates'), (statement, index) => {
    refuseUnknown(
      statement,
      ['q', 'u', 'c', 'multi', 'upsert', 'arrayFilters', 'hint', 'collation', 'sort'],
      'update.updates',
    );
    const multi = flagField(statement, 'multi');
    if (multi && isReplacement(statement['u'])) {
      throw new MongoFault('FailedToParse', 'multi update is not supported for replacement-style update');
    }
    const filter = documentField(statement, 'q');
    const change = compileChange(context, statement, statement['u'], statement['c']);
    const found = select(context, name, {
      filter,
      sort: statement['sort'],
      hint: statement['hint'],
      limit: multi ? Infinity : 1,
    });
    for (const stored of found) {
      n += 1;
      if (applyChange(context, name, stored, change(stored.doc, { filter, inserting: false })).modified)
        nModified += 1;
    }
    if (found.length === 0 && flagField(statement, 'upsert')) {
      const stored = insertUpsert(context, name, filter, change);
      upserted.push({ index, _id: stored.doc['_id'] });
      n += 1;
    }
  });
  return writeReply({ n, nModified, ...(upserted.length > 0 ? { upserted } : {}) }, writeErrors);
}

function remove(context: CommandContext): Doc {
  const { command, store, db } = context;
  const name = stringField(command, 'delete');
  let n = 0;
  const writeErrors = runStatements(command, documentsField(command, 'deletes'), (statement) => {
    refuseUnknown(statement, ['q', 'limit', 'hint', 'collation'], 'delete.deletes');
    const limit = countField(statement, 'limit');
    if (limit === undefined || limit > 1)
      throw new MongoFault('FailedToParse', 'The limit field in delete objects must be 0 or 1.');
    const filter = documentField(statement, 'q');
    for (const stored of select(context, name, {
      filter,
      hint: statement['hint'],
      limit: limit === 1 ? 1 : Infinity,
    })) {
      store.documents.remove(store.catalogue.require(db, name), stored);
      n += 1;
    }
  });
  return writeReply({ n }, writeErrors);
}

function findAndModify(context: CommandContext): Doc {
  const { command, store, db } = context;
  const name = stringField(command, 'findAndModify');
  const filter = documentField(command, 'query');
  const [stored] = select(context, name, { filter, sort: command['sort'], hint: command['hint'], limit: 1 });
  const shown = (doc: Doc): Doc => {
    const fields = documentField(command, 'fields');
    return Object.keys(fields).length === 0
      ? doc
      : compileProjection(fields, surroundings(context).variables, true)(doc);
  };
  if (flagField(command, 'remove')) {
    if (command['update'] !== undefined)
      throw new MongoFault('FailedToParse', 'Cannot specify both an update and remove=true');
    if (stored === undefined) return { lastErrorObject: { n: 0 }, value: null };
    store.documents.remove(store.catalogue.require(db, name), stored);
    return { lastErrorObject: { n: 1 }, value: shown(stored.doc) };
  }
  const change = compileChange(context, command, command['update'], undefined);
  const wantsNew = flagField(command, 'new');
  if (stored !== undefined) {
    const { after } = applyChange(context, name, stored, change(stored.doc, { filter, inserting: false }));
    return { lastErrorObject: { n: 1, updatedExisting: true }, value: shown(wantsNew ? after : stored.doc) };
  }
  if (!flagField(command, 'upsert'))
    return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
  const inserted = insertUpsert(context, name, filter, change);
  const lastErrorObject = { n: 1, updatedExisting: false, upserted: inserted.doc['_id'] };
  return { lastErrorObject, value: wantsNew ? shown(inserted.doc) : null };
}

/** Runs the statements of a bulk command; an ordered one stops at the first error. Only errors of MongoDB are reported. */
function runStatements(
  command: Doc,
  statements: readonly Doc[],
  run: (statement: Doc, index: number) => void,
): Doc[] {
  const ordered = flagField(command, 'ordered', true);
  const writeErrors: Doc[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      if (!(error instanceof MongoFault) || error.codeName === 'WriteConflict') throw error;
      writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.fields });
      if (ordered) break;
    }
  }
  return writeErrors;
}

function writeReply(counts: Doc, writeErrors: readonly Doc[]): Doc {
  return writeErrors.length > 0 ? { ...counts, writeErrors } : counts;
}

type Selection = { filter: Doc; sort?: unknown; hint?: unknown; limit: number };

/** The documents a statement will change, all found before the first is changed. */
function select(context: CommandContext, name: string, { filter, sort, hint, limit }: Selection): Stored[] {
  const { store, db } = context;
  const { variables } = surroundings(context);
  const chosen: Stored[] = [];
  const collection = store.catalogue.find(db, name);
  for (const stored of store.reader.find(collection, { filter, order: readSort(sort), hint, variables })) {
    chosen.push(stored);
    if (chosen.length >= limit) break;
  }
  return chosen;
}

function compileChange(
  context: CommandContext,
  statement: Doc,
  requested: unknown,
  constants: unknown,
): Update {
  const { variables } = surroundings(context);
  return compileUpdate(requested, {
    arrayFilters: statement['arrayFilters'],
    variables: { ...variables, ...(isDoc(constants) ? constants : {}) },
    now: context.now,
  });
}

function applyChange(
  context: CommandContext,
  name: string,
  stored: Stored,
  after: Doc,
): { after: Doc; modified: boolean } {
  const { store, db } = context;
  if (Buffer.compare(encodeDocument(stored.doc), encodeDocument(after)) === 0)
    return { after, modified: false };
  store.documents.replace(store.catalogue.require(db, name), stored, after);
  return { after, modified: true };
}

function insertUpsert(context: CommandContext, name: string, filter: Doc, change: Update): Stored {
  const { store, db } = context;
  const collection: Collection = store.catalogue.ensure(db, name);
  return store.documents.insert(collection, change(upsertSeed(filter), { filter, inserting: true }));
}
