import { Agent, request as httpRequest } from 'node:http';
import { AppError } from '#lib/errors.ts';

export type AppRequest = {
  method: 'POST' | 'PUT';
  /** What follows the serve route's address, for example `?fnId=app-run&stepId=step`. */
  search: string;
  headers: Record<string, string>;
  body: string;
};
export type AppReply = { status: number; headers: Headers; body: string };

/** Sends one request to the app's serve route. Rejects with {@link AppUnreachable} when the app never saw it. */
export type CallApp = (request: AppRequest, signal: AbortSignal) => Promise<AppReply>;

/** No connection could be made, so nothing of the call has run and trying again repeats nothing. */
export class AppUnreachable extends Error {
  override readonly name = 'AppUnreachable';
}

/**
 * Calls the app over loopback HTTP. `node:http` and not the global fetch, which gives a call up when its headers take
 * longer than 300 s; a step answers only when it is done.
 *
 * @throws AppError `refused-configuration` when `appUrl` is not an http address.
 */
export function httpTransport(appUrl: string): CallApp {
  const base = URL.parse(appUrl);
  if (base?.protocol !== 'http:') {
    throw new AppError('refused-configuration', `The app's address must be an http:// URL, not "${appUrl}".`);
  }
  const agent = new Agent({ keepAlive: false });
  return (request, signal) =>
    new Promise((resolve, reject) => {
      const outgoing = httpRequest(
        new URL(request.search, base),
        { agent, method: request.method, headers: request.headers, signal },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () => {
            const headers = new Headers();
            for (const [name, values] of Object.entries(incoming.headersDistinct)) {
              for (const value of values ?? []) headers.append(name, value);
            }
            resolve({
              status: incoming.statusCode ?? 0,
              headers,
              body: Buffer.concat(chunks).toString('utf8'),
            });
          });
        },
      );
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        const neverConnected = error.code === 'ECONNREFUSED' || error.syscall === 'connect';
        reject(
          neverConnected
            ? new AppUnreachable(`${base.origin} does not accept connections`, { cause: error })
            : error,
        );
      });
      outgoing.end(request.body);
    });
}

/** Calls a serve handler of this process (`inngest/edge`, `inngest/next`), with no port in between. */
export function inProcessTransport(call: (request: Request) => Promise<Response>): CallApp {
  return async (request) => {
    const response = await call(
      new Request(`http://app.invalid/api/inngest${request.search}`, {
        method: request.method,
        // The SDK's adapters build the address from this header, which a server would have received.
        headers: { ...request.headers, host: 'app.invalid' },
        body: request.body,
      }),
    );
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
}
