import { copyValue, isDoc } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { isOperatorDocument } from '../query/filter.ts';
import { isRegex } from '../query/operators.ts';
import { writeAt } from './concrete-path.ts';

/** The document an upsert starts from: every field the filter pins by equality. */
export function upsertSeed(filter: Doc): Doc {
  const seed: Doc = {};
  plantEqualities(seed, filter);
  return seed;
}

function plantEqualities(seed: Doc, filter: Doc): void {
  for (const [name, operand] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(operand)) {
      for (const part of operand) if (isDoc(part)) plantEqualities(seed, part);
    } else if (!name.startsWith('$')) {
      const value = isOperatorDocument(operand) ? operand['$eq'] : operand;
      if (value !== undefined && !isRegex(value)) writeAt(seed, name.split('.'), copyValue(value));
    }
  }
}
