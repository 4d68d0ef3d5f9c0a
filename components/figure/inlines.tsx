import { Fragment } from 'react';
import type { FigureView } from '#lib/domain/figure/view.ts';
import type { Inline } from '#lib/domain/gate/prose.ts';
import { FigureValue } from './figure.tsx';

type Props = { inlines: readonly Inline[]; figure: (id: string) => FigureView };

/** Prose that has passed the gate: words, figures that open, names as code, the client's words as a quotation. */
export function Inlines({ inlines, figure }: Props) {
  return inlines.map((inline, index) => {
    const key = `${index} ${inline.kind}`;
    switch (inline.kind) {
      case 'text':
        return <Fragment key={key}>{inline.text}</Fragment>;
      case 'figure':
        return <FigureValue key={key} view={figure(inline.figure)} />;
      case 'identifier':
        return <Identifier key={key} text={inline.text} />;
      case 'quote':
        return (
          <q key={key} className="text-ink italic" data-answer={inline.answer}>
            {inline.text}
          </q>
        );
    }
  });
}

/** A SKU, region or model is set as code; a name of several words reads as words. */
function Identifier({ text }: { text: string }) {
  return /\s/u.test(text) ? (
    <span data-identifier="">{text}</span>
  ) : (
    <code
      data-identifier=""
      className="rounded bg-sunken px-1 py-0.5 font-mono text-[0.85em] font-normal break-words"
    >
      {text}
    </code>
  );
}
