import { z } from 'zod';
import { bodyOfCall, readBuiltActions } from './action-calls.ts';

export type Answer = { status: number; location: string | null; body: string };

/** Somebody who sends requests to the stack without a browser, and keeps the cookies of the answers. */
export class HttpVisitor {
  readonly #address: string;
  readonly #cookies = new Map<string, string>();

  constructor(address: string) {
    this.#address = address;
  }

  /** Sends a request; redirects are not followed. */
  async request(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(new URL(path, this.#address), { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', ...value] = (cookie.split(';')[0] ?? '').split('=');
      this.#cookies.set(name, value.join('='));
    }
    const location = response.headers.get('location') ?? response.headers.get('x-action-redirect');
    return { status: response.status, location, body: await response.text() };
  }

  /** Signs in by the way that the form takes. Throws when it is refused. */
  async signIn(email: string, password: string): Promise<void> {
    const { body } = await this.request('/api/auth/csrf');
    const { csrfToken } = z.object({ csrfToken: z.string() }).parse(JSON.parse(body));
    const answer = await this.request('/api/auth/callback/credentials', {
      method: 'POST',
      body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
    });
    if (answer.status !== 200) throw new Error(`${email} cannot sign in: ${answer.body}`);
  }

  /**
   * Calls a server action by its name in the manifest of doors, on its page, whose parameters `path` fills in. The body of the
   * answer is what the action returned; the page that comes with it is left out.
   */
  async act(name: string, args: readonly unknown[], path: (page: string) => string): Promise<Answer> {
    const action = (await readBuiltActions()).get(name);
    if (action === undefined) throw new Error(`The build has no action ${name}.`);
    const body = bodyOfCall(args);
    const answer = await this.request(path(action.page), {
      method: 'POST',
      headers: {
        'next-action': action.id,
        accept: 'text/x-component',
        origin: this.#address,
        ...(typeof body === 'string' ? { 'content-type': 'text/plain;charset=UTF-8' } : {}),
      },
      body,
    });
    return { ...answer, body: returned(answer.body) };
  }
}

/** The row of the answer's stream that holds what the action returned. */
function returned(stream: string): string {
  return stream.split('\n').find((row) => row.startsWith('1:')) ?? stream;
}
