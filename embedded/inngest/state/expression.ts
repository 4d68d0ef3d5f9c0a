import { isDeepStrictEqual } from 'node:util';
import { AppError } from '#lib/errors.ts';

/** What an expression can speak of: `event` triggered the run, `async` is the event that arrives later. */
export type ExpressionScope = { event: unknown; async?: unknown };
export type Expression = (scope: ExpressionScope) => boolean;

type Operand = (scope: ExpressionScope) => unknown;

const comparison = /^(.+?)\s*(==|!=)\s*(.+)$/s;
const path = /^(event|async)((?:\.[A-Za-z_]\w*)+)$/;
const quoted = /^(?:'([^'\\]*)'|"([^"\\]*)")$/;
const literals = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/**
 * Reads the part of CEL that a single node needs: `a.b == c.d`, `!=`, literals, joined by `&&`. A field that is absent
 * equals `null` and nothing else, so two events that both lack an id do not match on it.
 *
 * @throws AppError `refused-configuration` naming the expression when it uses more than that.
 */
export function parseExpression(source: string): Expression {
  const terms = splitOutsideQuotes(source).map((term) => parseComparison(term.trim(), source));
  return (scope) => terms.every((term) => term(scope));
}

function splitOutsideQuotes(source: string): string[] {
  const terms = [''];
  let quote: string | undefined;
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    if (quote === undefined && source.startsWith('&&', at)) {
      terms.push('');
      at++;
      continue;
    }
    if (character === quote) quote = undefined;
    else if (quote === undefined && (character === "'" || character === '"')) quote = character;
    terms.push((terms.pop() ?? '') + character);
  }
  return terms;
}

function parseComparison(term: string, source: string): Expression {
  const [, left, operator, right] = comparison.exec(term) ?? [];
  if (left === undefined || right === undefined) throw tooMuch(source);
  const a = parseOperand(left.trim(), source);
  const b = parseOperand(right.trim(), source);
  return (scope) => equal(a(scope), b(scope)) === (operator === '==');
}

function parseOperand(text: string, source: string): Operand {
  const [, root, fields] = path.exec(text) ?? [];
  if (root !== undefined && fields !== undefined) {
    const names = fields.slice(1).split('.');
    return (scope) => names.reduce<unknown>(field, root === 'event' ? scope.event : scope.async);
  }
  const string = quoted.exec(text);
  if (string) return () => string[1] ?? string[2] ?? '';
  if (literals.has(text)) return () => literals.get(text);
  const number = Number(text);
  if (text !== '' && Number.isFinite(number)) return () => number;
  throw tooMuch(source);
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function equal(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === null || b === null;
  return isDeepStrictEqual(a, b);
}

function tooMuch(source: string): AppError {
  return new AppError(
    'refused-configuration',
    `The expression "${source}" is beyond the embedded executor, which compares fields and literals with == and != joined by &&.`,
  );
}
