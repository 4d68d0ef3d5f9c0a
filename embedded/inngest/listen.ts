import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { AppError } from '#lib/errors.ts';

/** The Inngest server takes events of up to 3 MB; registrations are far smaller. */
const maxBodyBytes = 4 * 1024 * 1024;

export type Listener = { port: number; close(): Promise<void> };

/**
 * Serves `handle` on the loopback interface.
 *
 * @param port 0 for any free one.
 * @throws AppError `unavailable` when the port is taken.
 */
export async function listenOnLoopback(
  handle: (request: Request) => Promise<Response>,
  port: number,
  onProblem: (message: string, cause: unknown) => void,
): Promise<Listener> {
  const server = createServer((incoming, outgoing) => {
    answer(handle, incoming, outgoing).catch((error: unknown) => {
      onProblem(`${incoming.method ?? ''} ${incoming.url ?? ''} failed.`, error);
      if (!outgoing.headersSent) outgoing.writeHead(500, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify({ error: 'internal', status: 500 }));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(new AppError('unavailable', `Port ${port} cannot be listened on.`, { cause: error })),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  handle: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const body = await readBody(incoming);
  const response =
    body === undefined
      ? Response.json({ error: 'The body is larger than 4 MB.', status: 413 }, { status: 413 })
      : await handle(requestOf(incoming, body));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

/** The whole body; undefined when it is too large. */
async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    bytes += part.length;
    if (bytes <= maxBodyBytes) chunks.push(part);
  }
  return bytes <= maxBodyBytes ? Buffer.concat(chunks) : undefined;
}

function requestOf(incoming: IncomingMessage, body: Buffer): Request {
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const method = incoming.method ?? 'GET';
  return new Request(new URL(incoming.url ?? '/', 'http://127.0.0.1'), {
    method,
    headers,
    ...(method === 'GET' || method === 'HEAD' ? {} : { body: new Uint8Array(body) }),
  });
}
