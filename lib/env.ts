import { z } from 'zod';
import { AppError } from './errors.ts';

const required = (what: string) => z.string({ error: `is not set: ${what}` }).min(1, `is empty: ${what}`);

const schema = z.object({
  INFRA_MIND_MODE: z.enum(['local', 'deployed']).default('local'),
  DATABASE_URL: required('the address of the database, mongodb://...'),
  NEXTAUTH_SECRET: required('the secret that seals session cookies').min(32, 'is shorter than 32 characters'),
  NEXTAUTH_URL: z.url('is not an address such as https://advice.example.com'),
  INNGEST_DEV: z.string().optional(),
  INNGEST_EVENT_KEY: z.string().optional(),
  INNGEST_SIGNING_KEY: z.string().optional(),
  INNGEST_BASE_URL: z.url('is not an address').optional(),
  INNGEST_SERVE_ORIGIN: z.url('is not an address').optional(),
  ALLOW_STAND_INS: z.string().optional(),
  DEMO_PASSWORD: z.string().min(12, 'is shorter than 12 characters').optional(),
});

/** The validated environment. Only entries and the composition read it. */
export type Env = {
  mode: 'local' | 'deployed';
  databaseUrl: string;
  authSecret: string;
  /** The address that people open. */
  origin: string;
  inngest: {
    /** Calls are taken unsigned, as the dev server makes them. */
    isDev: boolean;
    eventKey?: string | undefined;
    signingKey?: string | undefined;
    baseUrl?: string | undefined;
    serveOrigin?: string | undefined;
  };
  /** Set in local mode only: the demo organisation is seeded with it. */
  demoPassword?: string | undefined;
};

/** Reads the environment. Throws `refused-configuration` that names every variable at fault and why. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ');
    throw new AppError('refused-configuration', `The environment is not complete: ${faults}.`);
  }
  const env = parsed.data;
  const isDev = Boolean(env.INNGEST_DEV) && env.INNGEST_DEV !== '0';
  if (isDev && env.INFRA_MIND_MODE === 'deployed' && env.ALLOW_STAND_INS !== '1')
    throw new AppError(
      'refused-configuration',
      'INNGEST_DEV switches the check of signatures off, which a deployed server refuses: unset it, or set ALLOW_STAND_INS=1.',
    );
  return {
    mode: env.INFRA_MIND_MODE,
    databaseUrl: env.DATABASE_URL,
    authSecret: env.NEXTAUTH_SECRET,
    origin: new URL(env.NEXTAUTH_URL).origin,
    inngest: {
      isDev,
      eventKey: env.INNGEST_EVENT_KEY,
      signingKey: env.INNGEST_SIGNING_KEY,
      baseUrl: env.INNGEST_BASE_URL,
      serveOrigin: env.INNGEST_SERVE_ORIGIN,
    },
    demoPassword: env.DEMO_PASSWORD,
  };
}
