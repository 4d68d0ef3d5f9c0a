import type { z } from 'zod';
import type { FieldProblem } from '../../errors.ts';
import { isCollection, isWorkloadKind, questions, questionsOf } from './questions.ts';
import { isSlug } from './slug.ts';
import { limitText } from './answer-schema.ts';

type Issue = z.core.$ZodIssue;

const maxShown = 60;
const maxKeysShown = 20;
const maxOptionsShown = 30;

/** What an issue of the schema means to the person who sent `json`: the path of each field and what would be right. */
export function describeIssue(json: unknown, issue: Issue): FieldProblem[] {
  if (issue.code !== 'unrecognized_keys') {
    return [{ field: fieldPath(json, issue.path), reason: reasonOf(issue, valueAt(json, issue.path)) }];
  }
  return issue.keys.slice(0, maxKeysShown).map((key) => ({
    field: fieldPath(json, [...issue.path, key]),
    reason: unknownKey(json, issue.path, key),
  }));
}

/** `['workloads', 0, 'answers', 'inputTokens', 'unit']` as people write it: `workloads.notes.inputTokens.unit`. */
function fieldPath(json: unknown, path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'assessment';
  return path
    .map((key, depth) => {
      if (depth === 2 && key === 'answers' && path.length > 3) return '';
      if (typeof key !== 'number') return `.${shown(key)}`;
      const id = depth === 1 ? valueAt(json, [...path.slice(0, 2), 'id']) : undefined;
      return typeof id === 'string' && isSlug(id) ? `.${id}` : `[${key}]`;
    })
    .join('')
    .slice(1);
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    json,
  );
}

function reasonOf(issue: Issue, given: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return given === undefined
        ? `is missing; must be ${kindOf(issue.expected)}`
        : `must be ${kindOf(issue.expected)}`;
    case 'invalid_value':
      return `must be ${oneOf(issue.values.map(String))}`;
    case 'invalid_union':
      return 'options' in issue && issue.options !== undefined
        ? `must be ${oneOf(issue.options.map(String))}`
        : 'has none of the forms that are allowed here';
    case 'too_big':
      return `must be at most ${limitText(issue.maximum)}${measureOf(issue.origin)}`;
    case 'too_small':
      return `must be at least ${limitText(issue.minimum)}${measureOf(issue.origin)}`;
    case 'invalid_format':
      return issue.format === 'date' ? 'must be a date such as 2027-03-31' : issue.message;
    default:
      return issue.message;
  }
}

function kindOf(expected: string): string {
  const kinds: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a finite number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
  };
  return kinds[expected] ?? expected;
}

function oneOf(options: readonly string[]): string {
  if (options.length === 1) return `${options[0]}`;
  const named = options.slice(0, maxOptionsShown).join(', ');
  return `one of ${named}${options.length > maxOptionsShown ? ', ...' : ''}`;
}

function measureOf(origin: string): string {
  if (origin === 'string') return ' characters long';
  return origin === 'array' ? ' entries long' : '';
}

/** Why a key is not known, with the question that was probably meant. */
function unknownKey(json: unknown, path: readonly PropertyKey[], key: string): string {
  if (path.at(-1) !== 'answers') return 'is not part of the format here';
  const meant = closest(key, questionIds(json, path));
  return meant === undefined
    ? 'is not a question that is asked here'
    : `is not a question that is asked here; ${meant} is`;
}

function questionIds(json: unknown, path: readonly PropertyKey[]): string[] {
  const [place] = path;
  if (place === 'answers') return Object.keys(questions.answers);
  if (!isCollection(place)) return [];
  if (place !== 'workloads') return Object.keys(questions[place]);
  const kind = valueAt(json, [...path.slice(0, 2), 'kind']);
  return isWorkloadKind(kind) ? Object.keys(questionsOf(kind)) : [];
}

/** The candidate that shares most pairs of letters with `word` (Dice coefficient), if it shares at least half of them. */
function closest(word: string, candidates: readonly string[]): string | undefined {
  const pairs = pairsOf(word.slice(0, maxShown));
  const likeness = (candidate: string): number => {
    const others = pairsOf(candidate);
    const common = [...pairs].filter((pair) => others.has(pair)).length;
    return (2 * common) / Math.max(1, pairs.size + others.size);
  };
  return candidates
    .filter((candidate) => likeness(candidate) >= 0.5)
    .toSorted((a, b) => likeness(b) - likeness(a))[0];
}

function pairsOf(word: string): Set<string> {
  const letters = word.toLowerCase();
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)),
  );
}

function shown(key: PropertyKey): string {
  const text = String(key);
  return text.length > maxShown ? `${text.slice(0, maxShown)}...` : text;
}
