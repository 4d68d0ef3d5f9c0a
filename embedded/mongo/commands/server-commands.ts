import { Double, Long } from 'bson';
import { maxDocumentBytes } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { MongoFault } from '../faults.ts';
import { maxMessageBytes } from '../wire.ts';
import type { Command, CommandContext } from './command.ts';
import { sessionKey, transactionNumber } from './sessions.ts';

/** The version whose wire protocol and replies are spoken: MongoDB 8.0, wire version 25. */
const version = '8.0.0';
const maxWireVersion = 25;

/** The commands about the server itself and about sessions. */
export const serverCommands: { readonly [name: string]: Command } = {
  hello: { run: hello, fields: 'any' },
  isMaster: { run: hello, fields: 'any' },
  ismaster: { run: hello, fields: 'any' },
  ping: { run: () => ({}), fields: [] },
  buildInfo: { run: buildInfo, fields: [] },
  buildinfo: { run: buildInfo, fields: [] },
  getParameter: { run: getParameter, fields: ['featureCompatibilityVersion', 'allParameters'] },
  serverStatus: { run: serverStatus, fields: [] },
  connectionStatus: {
    run: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }),
    fields: ['showPrivileges'],
  },
  endSessions: { run: endSessions, writes: true, fields: [] },
  commitTransaction: { run: commitTransaction, fields: ['recoveryToken'] },
  abortTransaction: { run: abortTransaction, fields: ['recoveryToken'] },
};

/** `topologyVersion` is left out on purpose: with it, drivers expect streamed hellos. */
function hello({ identity, now }: CommandContext): Doc {
  const address = `127.0.0.1:${identity.port}`;
  const set = identity.replicaSetName;
  return {
    helloOk: true,
    ismaster: true,
    isWritablePrimary: true,
    ...(set === undefined
      ? {}
      : { setName: set, setVersion: 1, hosts: [address], primary: address, me: address, secondary: false }),
    maxBsonObjectSize: maxDocumentBytes,
    maxMessageSizeBytes: maxMessageBytes,
    maxWriteBatchSize: 100_000,
    localTime: now,
    logicalSessionTimeoutMinutes: 30,
    minWireVersion: 0,
    maxWireVersion,
    readOnly: false,
  };
}

function buildInfo(): Doc {
  return {
    version,
    versionArray: [8, 0, 0, 0],
    gitVersion: 'embedded',
    maxBsonObjectSize: maxDocumentBytes,
    modules: [],
  };
}

function getParameter({ command }: CommandContext): Doc {
  if (command['featureCompatibilityVersion'] === undefined) {
    throw new MongoFault(
      'InvalidOptions',
      'no option found to get: only featureCompatibilityVersion is known here',
    );
  }
  return { featureCompatibilityVersion: { version: '8.0' } };
}

function serverStatus({ store, identity, now }: CommandContext): Doc {
  const { documentsExamined, keysExamined } = store.documents.examined;
  return {
    host: `127.0.0.1:${identity.port}`,
    version,
    process: 'embedded',
    localTime: now,
    metrics: {
      queryExecutor: {
        scanned: Long.fromNumber(keysExamined),
        scannedObjects: Long.fromNumber(documentsExamined),
      },
    },
    uptime: new Double(process.uptime()),
  };
}

function endSessions({ command, store, transactions }: CommandContext): Doc {
  const sessions: unknown[] = Array.isArray(command['endSessions']) ? command['endSessions'] : [];
  for (const session of sessions) {
    const key = sessionKey(session);
    transactions.forget(key);
    store.retryableWrites.forget(Buffer.from(key, 'hex'));
  }
  return {};
}

function commitTransaction({ command, transactions }: CommandContext): Doc {
  transactions.commit(sessionKey(command['lsid']), transactionNumber(command));
  return {};
}

function abortTransaction({ command, transactions }: CommandContext): Doc {
  transactions.abort(sessionKey(command['lsid']), transactionNumber(command));
  return {};
}
