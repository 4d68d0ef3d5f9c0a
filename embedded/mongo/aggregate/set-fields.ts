import { isDoc } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { MongoFault } from '../faults.ts';
import { compileExpression, isOperatorExpression } from './expression.ts';
import type { Evaluate, Variables } from './expression.ts';

export type Assignment = { path: readonly string[]; evaluate: Evaluate };

/** The `$set` / `$addFields` stage for one document. Throws BadValue when the argument is no document. */
export function compileSetFields(spec: unknown, variables: Variables): (doc: Doc) => Doc {
  if (!isDoc(spec)) throw new MongoFault('BadValue', '$set specification stage must be an object');
  const assignments = readAssignments(spec, []);
  return (doc) => assignFields(doc, doc, assignments, variables);
}

/** `target` with every assignment made, each computed from `source`. */
export function assignFields(
  target: Doc,
  source: Doc,
  assignments: readonly Assignment[],
  variables: Variables,
): Doc {
  let result = target;
  for (const { path, evaluate } of assignments) {
    result = withDocumentField(result, path, evaluate(source, variables));
  }
  return result;
}

/** Nested documents without operators assign to their inner fields: `{ a: { b: 1 } }` is `{ 'a.b': 1 }`. */
function readAssignments(spec: Doc, prefix: readonly string[]): Assignment[] {
  return Object.entries(spec).flatMap(([name, value]): Assignment[] => {
    const path = [...prefix, ...name.split('.')];
    if (path.some((part) => part === '' || part.startsWith('$'))) {
      throw new MongoFault('BadValue', `'${name}' is not a valid field path`);
    }
    const nested = isDoc(value) && !isOperatorExpression(value) && Object.keys(value).length > 0;
    return nested ? readAssignments(value, path) : [{ path, evaluate: compileExpression(value) }];
  });
}

function withDocumentField(doc: Doc, path: readonly string[], value: unknown): Doc {
  const [part, ...rest] = path;
  if (part === undefined) return doc;
  const inner = rest.length === 0 ? value : withField(doc[part], rest, value);
  if (inner !== undefined) return { ...doc, [part]: inner };
  const { [part]: _removed, ...others } = doc;
  return others;
}

/** Arrays on the way get the field in every element; a scalar on the way is replaced by a document. */
function withField(holder: unknown, path: readonly string[], value: unknown): unknown {
  if (Array.isArray(holder)) return holder.map((element: unknown) => withField(element, path, value));
  if (isDoc(holder)) return withDocumentField(holder, path, value);
  return value === undefined ? holder : withDocumentField({}, path, value);
}
