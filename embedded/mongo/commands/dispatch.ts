import { Double } from 'bson';
import type { Doc } from '../bson/document.ts';
import { MongoFault, toFault } from '../faults.ts';
import { collectionCommands } from './collection-commands.ts';
import { refuseUnknown, stringField } from './command.ts';
import type { Command, CommandContext } from './command.ts';
import { readCommands } from './read-commands.ts';
import { serverCommands } from './server-commands.ts';
import { sessionKey, transactionNumber } from './sessions.ts';
import { writeCommands } from './write-commands.ts';

const commands: { readonly [name: string]: Command } = {
  ...serverCommands,
  ...readCommands,
  ...writeCommands,
  ...collectionCommands,
};

/** Fields any command may carry. Concerns and preferences change nothing on a single server that commits to disk. */
const generalFields = [
  '$db',
  'lsid',
  'txnNumber',
  'autocommit',
  'startTransaction',
  'stmtId',
  'stmtIds',
  '$clusterTime',
  '$readPreference',
  'readConcern',
  'writeConcern',
  'maxTimeMS',
  'comment',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
];

/**
 * Runs one command and returns its reply, with `ok: 1` or with MongoDB's error fields. The reply is given only once
 * everything the command wrote or could have read is on disk.
 */
export async function dispatch(context: Omit<CommandContext, 'db' | 'inTransaction'>): Promise<Doc> {
  try {
    const reply = execute({ ...context, db: '', inTransaction: context.command['autocommit'] === false });
    await context.store.commits.settled();
    return { ...reply, ok: new Double(1) };
  } catch (error) {
    return errorReply(toFault(error));
  }
}

function execute(context: CommandContext): Doc {
  const { command, store, transactions, now } = context;
  const [name = ''] = Object.keys(command);
  const known = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (known === undefined) throw new MongoFault('CommandNotFound', `no such command: '${name}'`);
  if (known.fields !== 'any') refuseUnknown(command, [name, ...generalFields, ...known.fields], name);
  const run = (): Doc => known.run({ ...context, db: stringField(command, '$db') });
  const endsTransaction = name === 'commitTransaction' || name === 'abortTransaction';
  if (context.inTransaction && !endsTransaction) {
    if (known.transactional !== true) {
      throw new MongoFault(
        'OperationNotSupportedInTransaction',
        `Cannot run '${name}' in a multi-document transaction.`,
      );
    }
    const step = {
      session: sessionKey(command['lsid']),
      number: transactionNumber(command),
      starts: command['startTransaction'] === true,
    };
    return transactions.run(step, now, run);
  }
  if (known.writes !== true) return run();
  return store.commits.write(() => (command['txnNumber'] === undefined ? run() : runOnce(context, run)));
}

/** A numbered write: done once, and answered with the stored reply when a driver sends it again. */
function runOnce({ command, store, now }: CommandContext, run: () => Doc): Doc {
  const session = Buffer.from(sessionKey(command['lsid']), 'hex');
  const number = transactionNumber(command);
  const earlier = store.retryableWrites.replyTo(session, number);
  if (earlier !== undefined) return earlier;
  const reply = run();
  store.retryableWrites.record(session, number, reply, now.getTime());
  return reply;
}

function errorReply(fault: MongoFault): Doc {
  return {
    ok: new Double(0),
    errmsg: fault.message,
    code: fault.code,
    codeName: fault.codeName,
    ...fault.fields,
    ...(fault.labels.length > 0 ? { errorLabels: [...fault.labels] } : {}),
  };
}
