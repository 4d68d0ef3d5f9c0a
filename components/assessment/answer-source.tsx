'use client';

import { Quote } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Segments } from '#components/ui/segments.tsx';
import { type Basis, bases } from '#lib/domain/assessment/answer.ts';
import type { Field } from '#lib/domain/assessment/field.ts';
import { type AnswerMode, takesRange } from './draft.ts';
import type { AnswerInProgress } from './use-answer.ts';

type Props = { field: Field; answer: AnswerInProgress; hasStored: boolean };

/** How the question was answered, how sure the client is, and its own words. */
export function AnswerSource({ field, answer, hasStored }: Props) {
  const { draft } = answer;
  const quoteId = useId();
  const [quoteOpen, setQuoteOpen] = useState(false);
  const showsQuote = quoteOpen || draft.quote !== '';
  const isSaid = draft.mode === 'value' || draft.mode === 'range';
  const isEmpty = isSaid && draft.text === '' && draft.high === '' && draft.chosen.length === 0;
  return (
    <>
      <div className="flex flex-wrap items-center gap-1">
        <Segments
          label={`${field.label}: how it was answered`}
          options={takesRange(field) ? [['range', 'Range'], ...noValueModes] : noValueModes}
          value={draft.mode === 'value' ? undefined : draft.mode}
          onChange={(mode) =>
            mode === 'range' ? answer.type({ mode }) : answer.choose({ mode: mode ?? 'value' })
          }
        />
        <span aria-hidden className="mx-1 hidden h-4 border-l border-line sm:block" />
        <select
          aria-label={`${field.label}: how sure the client is`}
          className="h-7 cursor-pointer rounded-control bg-transparent px-1 text-xs text-ink-soft hover:bg-sunken disabled:invisible"
          disabled={!isSaid || isEmpty}
          value={draft.basis}
          onChange={(event) => answer.choose({ basis: basisOf(event.target.value) })}
        >
          {bases.map((basis) => (
            <option key={basis} value={basis}>
              {basisLabels[basis]}
            </option>
          ))}
        </select>
        <Button
          look="bare"
          size="small"
          className="h-7 px-2 text-xs font-normal"
          aria-expanded={showsQuote}
          aria-controls={quoteId}
          onClick={() => setQuoteOpen(!showsQuote)}
        >
          <Quote aria-hidden className="size-3" />
          Quote
        </Button>
        {hasStored || !isEmpty ? (
          <Button
            look="bare"
            size="small"
            className="h-7 px-2 text-xs font-normal"
            aria-label={`Clear: ${field.label}`}
            onClick={answer.clear}
          >
            Clear
          </Button>
        ) : null}
      </div>
      <div id={quoteId} className={classNames('order-last w-full', showsQuote ? '' : 'hidden')}>
        <textarea
          aria-label={`${field.label}: the client's own words`}
          placeholder="The client's own words"
          rows={1}
          className="field-sizing-content max-h-60 min-h-8 w-full resize-none border-l-2 border-control-line bg-transparent py-1 pl-3 text-sm text-ink-soft italic placeholder:text-ink-faint"
          value={draft.quote}
          onChange={(event) => answer.type({ quote: event.target.value })}
        />
      </div>
    </>
  );
}

const noValueModes: readonly (readonly [AnswerMode, string])[] = [
  ['unknown', 'Does not know'],
  ['not-applicable', 'Does not apply'],
];

const basisLabels: Readonly<Record<Basis, string>> = {
  measured: 'Measured',
  stated: 'Stated',
  believed: 'Believed',
};

function basisOf(text: string): Basis {
  return bases.find((basis) => basis === text) ?? 'stated';
}
