import { ChevronRight, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AnswerView, FigureView, FormulaView, InputView } from '#lib/domain/figure/view.ts';
import { Age } from './age.tsx';

type Opening = {
  /** Absent where other figures cannot be read; inputs are then shown and lead nowhere. */
  onOpen?: (id: string) => void;
  opening: string | undefined;
  failed: string | undefined;
};

/** Where a figure comes from: formula and inputs, price row, measurement, answer or assumption. */
export function FigurePedigree({ view, ...opening }: { view: FigureView } & Opening) {
  const { formula, answer, source, asOf, moves, note } = view;
  return (
    <>
      {formula === undefined ? null : <Formula formula={formula} {...opening} />}
      {answer === undefined ? null : <Answer answer={answer} />}
      {source === undefined ? null : (
        <Part title="Source">
          {source}
          {asOf === undefined ? null : (
            <>
              <br />
              <span className="text-ink-soft tabular-nums">
                As of {asOf} <Age asOf={asOf} />
              </span>
            </>
          )}
        </Part>
      )}
      {moves === undefined ? null : <Part title="What it moves">{moves}</Part>}
      {note === undefined ? null : <Part title="Note">{note}</Part>}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <p className="text-xs font-medium text-ink-faint">{title}</p>
      <div className="break-words">{children}</div>
    </div>
  );
}

function Formula({ formula, ...opening }: { formula: FormulaView } & Opening) {
  return (
    <>
      <Part title="How it is computed">
        <p>{formula.expression}</p>
        {formula.filled === undefined ? null : (
          <p className="mt-1 text-[0.8125rem] text-ink-soft tabular-nums">= {formula.filled}</p>
        )}
        {formula.source === undefined ? null : (
          <p className="mt-1 text-[0.8125rem] text-ink-soft">{formula.source}</p>
        )}
      </Part>
      <div>
        <p className="text-xs font-medium text-ink-faint">Rests on</p>
        <ul className="-mx-2 mt-0.5">
          {formula.inputs.map((input) => (
            <li key={`${input.name} ${input.id}`}>
              <Input input={input} {...opening} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function Input({ input, onOpen, opening, failed }: { input: InputView } & Opening) {
  const words = (
    <>
      <span className="min-w-0 flex-1">
        <span className="block break-words">{input.label}</span>
        <span className="block text-xs text-ink-faint">
          {input.name === input.label ? '' : `${input.name} · `}
          {input.kindInWords}
        </span>
      </span>
      <span className="max-w-[45%] shrink-0 text-right tabular-nums">{input.text}</span>
    </>
  );
  if (onOpen === undefined) return <div className="flex items-start gap-3 px-2 py-1.5">{words}</div>;
  return (
    <>
      <button
        type="button"
        data-figure-input={input.id}
        onClick={() => onOpen(input.id)}
        className="flex w-full cursor-pointer items-start gap-3 rounded-control px-2 py-1.5 text-left hover:bg-sunken"
      >
        {words}
        {opening === input.id ? (
          <LoaderCircle aria-hidden className="mt-0.5 size-4 shrink-0 animate-spin text-ink-faint" />
        ) : (
          <ChevronRight aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
        )}
      </button>
      {failed === input.id ? (
        <p role="alert" className="px-2 text-[0.8125rem] text-bad">
          It could not be read. Try again.
        </p>
      ) : null}
    </>
  );
}

function Answer({ answer }: { answer: AnswerView }) {
  return (
    <>
      <Part title="The client was asked">{answer.question ?? answer.path}</Part>
      {answer.said === undefined ? null : <Part title="and said">{answer.said}</Part>}
      {answer.quote === undefined || answer.quote === '' ? null : (
        <Part title="In their words">
          <q>{answer.quote}</q>
        </Part>
      )}
    </>
  );
}
