import { createHash } from 'node:crypto';
import type { Assessment } from './assessment.ts';

/**
 * SHA-256 of the assessment as hexadecimal digits. A run freezes its assessment by it. The order of keys does not matter;
 * everything else does, and numbers count to their last digit.
 */
export function hashAssessment(assessment: Assessment): string {
  const canonical = JSON.stringify(assessment, (_key, held: unknown) => {
    if (held === null || typeof held !== 'object' || Array.isArray(held)) return held;
    return Object.fromEntries(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
  return createHash('sha256').update(canonical).digest('hex');
}
