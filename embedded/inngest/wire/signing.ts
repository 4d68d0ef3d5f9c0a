import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '#lib/errors.ts';

const keyPrefix = /^signkey-\w+-/;
const hexKey = /^(?:[0-9a-f]{2})+$/;

/**
 * The key itself, unchanged, when both sides can hash it alike: an optional `signkey-<name>-` prefix and an even
 * number of lower-case hex digits.
 *
 * @throws AppError `refused-configuration` for any other form.
 */
export function checkedSigningKey(signingKey: string): string {
  if (hexKey.test(bareKey(signingKey))) return signingKey;
  throw new AppError(
    'refused-configuration',
    'The Inngest signing key must be an even number of lower-case hex digits, optionally after "signkey-<name>-".',
  );
}

/**
 * The `x-inngest-signature` header of a call: HMAC-SHA256 over body and time. The SDK signs the canonical form
 * (RFC 8785) of the body it parsed, so `body` must be {@link canonicalJson}.
 */
export function signatureHeader(signingKey: string, body: string, epochMs: number): string {
  const seconds = String(Math.floor(epochMs / 1000));
  const mac = createHmac('sha256', bareKey(signingKey))
    .update(body + seconds)
    .digest('hex');
  return `t=${seconds}&s=${mac}`;
}

/** The value the SDK puts behind `Authorization: Bearer` when it calls the server. */
export function bearerOf(signingKey: string): string {
  const prefix = keyPrefix.exec(signingKey)?.[0] ?? '';
  return (
    prefix +
    createHash('sha256')
      .update(Buffer.from(bareKey(signingKey), 'hex'))
      .digest('hex')
  );
}

/** Compares two secrets in a time that does not depend on where they differ. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(sha256(given), sha256(expected));
}

/** JSON with object keys sorted by UTF-16 code unit, as RFC 8785 asks; numbers and strings are already as it asks. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function bareKey(signingKey: string): string {
  return signingKey.replace(keyPrefix, '');
}
