/**
 * Text in which figures, identifiers and quotes are marked, never written out:
 * `{{fig:<figure id>}}`, `{{id:<SKU, region, control, standard or model name>}}`, `{{quote:<answer path>}}`.
 */
export type Prose = string;

/** Prose taken apart, as it is stored and rendered. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'figure'; figure: string }
  | { kind: 'identifier'; text: string }
  | { kind: 'quote'; answer: string; text: string };

/** Marks a figure in prose. */
export function fig(figure: { id: string }): Prose {
  return `{{fig:${figure.id}}}`;
}

/** Marks a SKU, region, control, standard or model name in prose. */
export function id(identifier: string): Prose {
  return `{{id:${identifier}}}`;
}

/** Marks a verbatim quote of the client in prose, by the answer that holds it. */
export function quote(answer: string): Prose {
  return `{{quote:${answer}}}`;
}
