import type { FieldProblem } from '../../errors.ts';

const maxDepth = 12;
const maxNodes = 200_000;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Why this JSON is not worth looking at: too deep, too large, or with keys that reach into JavaScript's prototypes. It
 * walks without recursion, so that nothing sent from outside can exhaust the stack; undefined when there is no objection.
 */
export function boundsProblem(json: unknown): FieldProblem | undefined {
  const open: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }];
  let nodes = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    nodes += 1;
    if (nodes > maxNodes) return refused(`holds more than ${maxNodes.toLocaleString('en')} values`);
    if (typeof at.value !== 'object' || at.value === null) continue;
    if (at.depth >= maxDepth) return refused(`is nested more than ${maxDepth} levels deep`);
    const keys = Object.keys(at.value);
    if (keys.length > maxNodes) return refused(`holds more than ${maxNodes.toLocaleString('en')} values`);
    const forbidden = Array.isArray(at.value) ? undefined : keys.find((key) => forbiddenKeys.has(key));
    if (forbidden !== undefined) return refused(`holds a key that is not allowed, ${forbidden}`);
    for (const value of Object.values(at.value)) open.push({ value, depth: at.depth + 1 });
  }
  return undefined;
}

function refused(reason: string): FieldProblem {
  return { field: 'assessment', reason };
}
