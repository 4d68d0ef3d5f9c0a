'use client';

import { classNames } from '#components/ui/class-names.ts';
import { controlClass } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import type { MoneyField, NumberField } from '#lib/domain/assessment/field.ts';
import { currencies, dimensions } from '#lib/domain/assessment/unit.ts';
import { periodLabels, unitLabels } from '#lib/domain/assessment/unit-label.ts';
import type { Described } from './described.ts';
import type { AnswerInProgress } from './use-answer.ts';

type Props = { field: NumberField | MoneyField; answer: AnswerInProgress; described: Described };

/** One number or two, with the unit, or the currency and how often the amount falls due. */
export function QuantityInputs({ field, answer, described }: Props) {
  const { draft } = answer;
  const isRange = draft.mode === 'range';
  return (
    <div className="flex flex-wrap items-center gap-2">
      {field.kind === 'money' ? (
        <Select
          aria-label={`${field.label}: currency`}
          className="w-[6.75rem]"
          placeholder="Currency"
          options={currencies.map((currency) => [currency, currency])}
          value={draft.currency}
          onChange={(event) => answer.choose({ currency: event.target.value })}
        />
      ) : null}
      <NumberInput
        label={isRange ? `${field.label}: low end` : field.label}
        text={draft.text}
        onType={(text) => answer.type({ text })}
        described={described}
      />
      {isRange ? (
        <>
          <span className="text-sm text-ink-faint">to</span>
          <NumberInput
            label={`${field.label}: high end`}
            text={draft.high}
            onType={(high) => answer.type({ high })}
            described={described}
          />
        </>
      ) : null}
      {field.kind === 'money' ? <PeriodInput field={field} answer={answer} /> : null}
      {field.kind === 'number' ? <UnitInput field={field} answer={answer} /> : null}
    </div>
  );
}

function NumberInput({
  label,
  text,
  onType,
  described,
}: {
  label: string;
  text: string;
  onType: (text: string) => void;
  described: Described;
}) {
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      className={classNames(controlClass, 'w-32 text-right tabular-nums')}
      value={text}
      onChange={(event) => onType(event.target.value)}
      {...described}
    />
  );
}

function PeriodInput({ field, answer }: { field: MoneyField; answer: AnswerInProgress }) {
  const [only] = field.periods;
  if (field.periods.length === 1 && only !== undefined)
    return <span className="text-sm text-ink-soft">{periodLabels[only]}</span>;
  return (
    <Select
      aria-label={`${field.label}: how often`}
      className="w-36"
      placeholder="How often"
      options={field.periods.map((period) => [period, periodLabels[period]])}
      value={answer.draft.period}
      onChange={(event) => answer.choose({ period: event.target.value })}
    />
  );
}

function UnitInput({ field, answer }: { field: NumberField; answer: AnswerInProgress }) {
  const units = unitsOf(field);
  const [only] = units;
  if (units.length === 1 && only !== undefined)
    return <span className="text-sm text-ink-soft">{only[1]}</span>;
  return (
    <Select
      aria-label={`${field.label}: unit`}
      className="w-40"
      options={units}
      value={answer.draft.unit}
      onChange={(event) => answer.choose({ unit: event.target.value })}
    />
  );
}

function unitsOf({ dimension }: NumberField): (readonly [string, string])[] {
  const labels: Readonly<Record<string, string>> = unitLabels;
  return Object.keys(dimensions[dimension].units).map((unit) => [unit, labels[unit] || 'ones']);
}
