'use client';

import { useId } from 'react';
import { Chip } from '#components/ui/chip.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { controlClass } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import type { ChoiceField, ChoicesField, DateField, Field, TextField } from '#lib/domain/assessment/field.ts';
import type { Described } from './described.ts';
import { QuantityInputs } from './quantity-inputs.tsx';
import type { AnswerInProgress } from './use-answer.ts';

type Props<F extends Field> = { field: F; answer: AnswerInProgress; described: Described };

/** The inputs for the value of an answer, as its kind of question needs them. */
export function AnswerInputs({ field, ...rest }: Props<Field>) {
  const { mode } = rest.answer.draft;
  if (mode === 'unknown' || mode === 'not-applicable')
    return (
      <p className="flex min-h-9 items-center text-sm text-ink-soft">
        {mode === 'unknown' ? 'Asked: the client does not know.' : 'Does not apply to this client.'}
      </p>
    );
  switch (field.kind) {
    case 'number':
    case 'money':
      return <QuantityInputs field={field} {...rest} />;
    case 'choice':
      return <ChoiceInput field={field} {...rest} />;
    case 'choices':
      return <ChoicesInput field={field} {...rest} />;
    case 'yes-no':
      return <YesNoInput field={field} {...rest} />;
    case 'date':
      return <TextInput field={field} {...rest} />;
    case 'text':
      return field.lines === 'many' ? (
        <LinesInput field={field} {...rest} />
      ) : (
        <TextInput field={field} {...rest} />
      );
  }
}

function ChoiceInput({ field, answer, described }: Props<ChoiceField>) {
  return (
    <Select
      aria-label={field.label}
      className="w-full max-w-md"
      placeholder="Not asked yet"
      options={Object.entries(field.options)}
      value={answer.draft.text}
      onChange={(event) => answer.choose({ text: event.target.value })}
      {...described}
    />
  );
}

function ChoicesInput({ field, answer, described }: Props<ChoicesField>) {
  const { chosen } = answer.draft;
  return (
    <div className="flex flex-wrap gap-1.5">
      {Object.entries(field.options).map(([value, label]) => (
        <Chip
          key={value}
          type="checkbox"
          label={label}
          checked={chosen.includes(value)}
          onChange={(event) =>
            answer.choose({
              chosen: event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value),
            })
          }
          {...described}
        />
      ))}
    </div>
  );
}

function YesNoInput({ answer, described }: Props<Field>) {
  const name = useId();
  return (
    <div className="flex gap-1.5">
      {(['yes', 'no'] as const).map((value) => (
        <Chip
          key={value}
          type="radio"
          name={name}
          label={value === 'yes' ? 'Yes' : 'No'}
          checked={answer.draft.text === value}
          onChange={() => answer.choose({ text: value })}
          aria-describedby={described['aria-describedby']}
        />
      ))}
    </div>
  );
}

function TextInput({ field, answer, described }: Props<TextField | DateField>) {
  return (
    <input
      type={field.kind === 'date' ? 'date' : 'text'}
      autoComplete="off"
      aria-label={field.label}
      className={classNames(controlClass, field.kind === 'date' ? 'w-44' : 'max-w-md')}
      value={answer.draft.text}
      onChange={(event) => answer.type({ text: event.target.value })}
      {...described}
    />
  );
}

function LinesInput({ field, answer, described }: Props<TextField>) {
  return (
    <textarea
      aria-label={field.label}
      rows={3}
      className={classNames(
        controlClass,
        'field-sizing-content h-auto max-h-80 min-h-20 py-2 leading-relaxed',
      )}
      value={answer.draft.text}
      onChange={(event) => answer.type({ text: event.target.value })}
      {...described}
    />
  );
}
