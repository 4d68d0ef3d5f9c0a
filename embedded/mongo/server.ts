import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { dispatch } from './commands/dispatch.ts';
import { Cursors } from './commands/cursors.ts';
import { Transactions } from './commands/transactions.ts';
import type { CommandContext } from './commands/command.ts';
import { deleteExpired } from './expiry.ts';
import { Store } from './store/store.ts';
import { encodeReply, RequestReader } from './wire.ts';
import type { Request } from './wire.ts';

export type MongoOptions = {
  /** Where the one database file lies, or ':memory:' for a database that ends with the server. */
  dataDir: string;
  /** 0, the default, takes any free port. */
  port?: number;
  /** With a name the server presents itself as the primary of a replica set of one: needed for transactions. */
  replicaSetName?: string;
  /** How often expired documents, idle cursors and old sessions are cleared; a minute, as in MongoDB. */
  sweepMilliseconds?: number;
  /** The largest the database may grow; writes beyond are refused with OutOfDiskSpace. */
  maxBytes?: number;
};

/** How much the queries so far have read: index entries, and whole documents. */
export type MongoStatistics = { documentsExamined: number; keysExamined: number };

export type MongoServer = {
  url: string;
  port: number;
  statistics(): MongoStatistics;
  /** Ends all connections, commits what was acknowledged, and closes the file. */
  close(): Promise<void>;
};

const host = '127.0.0.1';

/**
 * Starts a MongoDB server on the loopback interface: the wire protocol of MongoDB 8.0, for one process and local use.
 * What it lacks it refuses with an error: authentication, change streams, text and geo indexes, collations,
 * `$jsonSchema`, arithmetic on Decimal128. It says nothing about how a real replica set fails over or plans a query.
 * Rejects when the port is taken, or (naming the file) when the data directory cannot be used.
 */
export async function startMongo(options: MongoOptions): Promise<MongoServer> {
  const store = new Store(options.dataDir, options.maxBytes);
  const connections = new Set<Socket>();
  const server = createServer({ noDelay: true });
  try {
    await listen(server, options.port ?? 0);
  } catch (error) {
    store.close();
    throw error;
  }
  const port = portOf(server);
  const shared = {
    store,
    cursors: new Cursors(),
    transactions: new Transactions(store),
    identity: { port, replicaSetName: options.replicaSetName },
  };
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
    serve(socket, shared);
  });
  const sweep = setInterval(() => sweepOnce(shared), options.sweepMilliseconds ?? 60_000);
  sweep.unref();
  const query =
    options.replicaSetName === undefined ? '?directConnection=true' : `?replicaSet=${options.replicaSetName}`;
  return {
    url: `mongodb://${host}:${port}/${query}`,
    port,
    statistics: () => ({ ...store.documents.examined }),
    close: async () => {
      clearInterval(sweep);
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      for (const socket of connections) socket.destroy();
      await closed;
      store.close();
    },
  };
}

type Shared = Omit<CommandContext, 'command' | 'now' | 'db' | 'inTransaction'>;

function serve(socket: Socket, shared: Shared): void {
  const reader = new RequestReader();
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const request of reader.push(chunk)) {
        answer(socket, request, shared).catch((error: unknown) => socket.destroy(asError(error)));
      }
    } catch (error) {
      socket.destroy(asError(error));
    }
  });
}

/** The command itself runs at once, in the order of arrival; only the answer waits for the commit. */
async function answer(socket: Socket, request: Request, shared: Shared): Promise<void> {
  const reply = await dispatch({ ...shared, command: request.command, now: new Date() });
  if (request.reply !== 'none' && socket.writable) socket.write(encodeReply(request, reply));
}

/** A sweep that fails (a full disk) leaves everything as it was; the next one tries again. */
function sweepOnce(shared: Shared): void {
  try {
    clearExpired(shared);
  } catch (error) {
    process.emitWarning(`The embedded database could not delete expired documents: ${String(error)}`);
  }
}

function clearExpired({ store, cursors, transactions }: Shared): void {
  const now = new Date();
  deleteExpired(store, now);
  cursors.closeIdle(now.getTime());
  transactions.endExpired(now.getTime());
  store.commits.write(() => store.retryableWrites.forgetOlderThan(now.getTime()));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The server does not listen on a port.');
  return address.port;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
