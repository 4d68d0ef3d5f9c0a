import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { dictionary } from '@zxcvbn-ts/language-common';

const hashArgon2 = promisify(argon2);

/** OWASP's minimum for Argon2id (Password Storage Cheat Sheet, 2025): 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
export const shortestPassword = 12;
export const longestPassword = 128;

const commonest: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** Why a password is refused; undefined when it is good enough. */
export function passwordProblem(password: string, email: string): string | undefined {
  if (password.length < shortestPassword) return `Use at least ${shortestPassword} characters.`;
  if (password.length > longestPassword) return `Use at most ${longestPassword} characters.`;
  const folded = password.toLowerCase();
  if (commonest.has(folded) || isRepeated(folded))
    return 'This is among the first passwords that somebody would try. Choose another.';
  if (folded.includes(email.split('@')[0]?.toLowerCase() || email))
    return 'Do not use your e-mail address in the password.';
  return undefined;
}

/** The Argon2id hash in PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await tagOf(password, salt);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Whether the password belongs to the hash. Takes the same time for a wrong password as for a right one. */
export async function verifyPassword(password: string, phc: string): Promise<boolean> {
  const [, algorithm, , , salt, tag] = phc.split('$');
  if (algorithm !== 'argon2id' || salt === undefined || tag === undefined) return false;
  const expected = Buffer.from(tag, 'base64');
  const actual = await tagOf(password, Buffer.from(salt, 'base64'));
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function tagOf(password: string, salt: Buffer): Promise<Buffer> {
  return hashArgon2('argon2id', { message: password, nonce: salt, ...cost });
}

/** PHC strings use base64 without padding. */
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}

/** A short common word said over and over, or one character. */
function isRepeated(folded: string): boolean {
  const unit = /^(.+?)\1+$/.exec(folded)?.[1];
  return unit !== undefined && (unit.length < 4 || commonest.has(unit));
}
