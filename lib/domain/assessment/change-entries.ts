import type { Assessment, WorkloadKind } from './assessment.ts';
import type { ParsedAssessment } from './parse-assessment.ts';
import { parseAssessment } from './parse-assessment.ts';
import type { Collection } from './questions.ts';
import { slugFrom } from './slug.ts';

type Added = { ok: true; assessment: Assessment; id: string } | Extract<ParsedAssessment, { ok: false }>;

/** The assessment with one more workload, without answers; `id` is a slug of its name that no other workload has. */
export function addWorkload(
  assessment: Assessment,
  { name, kind }: { name: string; kind: WorkloadKind },
): Added {
  return added(assessment, 'workloads', { name, kind });
}

/** The assessment with one more commitment, without answers; `id` is a slug of its name. */
export function addCommitment(assessment: Assessment, { name }: { name: string }): Added {
  return added(assessment, 'commitments', { name });
}

/** The assessment with one more group of hardware, without answers; `id` is a slug of its name. */
export function addHardware(assessment: Assessment, { name }: { name: string }): Added {
  return added(assessment, 'hardware', { name });
}

/** The assessment with another name on one entry. Its id stays, so that everything that cites it still does. */
export function renameEntry(
  assessment: Assessment,
  collection: Collection,
  id: string,
  name: string,
): ParsedAssessment {
  if (!idsIn(assessment, collection).includes(id)) return noSuchEntry(collection, id);
  const entries = assessment[collection].map((entry) => (entry.id === id ? { ...entry, name } : entry));
  return parseAssessment({ ...assessment, [collection]: entries });
}

/** The assessment without one entry and its answers. */
export function removeEntry(assessment: Assessment, collection: Collection, id: string): ParsedAssessment {
  if (!idsIn(assessment, collection).includes(id)) return noSuchEntry(collection, id);
  const entries = assessment[collection].filter((entry) => entry.id !== id);
  return parseAssessment({ ...assessment, [collection]: entries });
}

function added(
  assessment: Assessment,
  collection: Collection,
  entry: { name: string; kind?: WorkloadKind },
): Added {
  const id = slugFrom(entry.name, idsIn(assessment, collection));
  const entries = [...assessment[collection], { id, ...entry, answers: {} }];
  const parsed = parseAssessment({ ...assessment, [collection]: entries });
  return parsed.ok ? { ...parsed, id } : parsed;
}

function idsIn(assessment: Assessment, collection: Collection): string[] {
  return assessment[collection].map(({ id }) => id);
}

function noSuchEntry(collection: Collection, id: string): Extract<ParsedAssessment, { ok: false }> {
  return { ok: false, problems: [{ field: `${collection}.${id}`, reason: 'is not in this assessment' }] };
}
