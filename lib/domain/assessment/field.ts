import type { MoneyAnswer, NumberAnswer, PlainAnswer } from './answer.ts';
import type { Dimension, Period } from './unit.ts';

/** Value -> label, in the order in which the options are shown. */
export type Options = Readonly<Record<string, string>>;

type Asked = {
  label: string;
  /** Explains the term and says why it is asked. */
  help: string;
  /** How much an answer adds to completeness; 3 decides the advice, 1 refines it. */
  weight: 1 | 2 | 3;
  /** Ids of questions beside it; when all of one list have a value, this one need not be asked. */
  settledBy?: readonly (readonly string[])[];
};

export type NumberField = Asked & {
  kind: 'number';
  dimension: Dimension;
  defaultUnit: string;
  min?: number;
  max?: number;
  integer?: true;
};
export type MoneyField = Asked & { kind: 'money'; periods: readonly Period[] };
export type ChoiceField = Asked & { kind: 'choice'; options: Options };
export type ChoicesField = Asked & { kind: 'choices'; options: Options };
export type TextField = Asked & { kind: 'text'; maxLength: number; lines?: 'many' };
export type YesNoField = Asked & { kind: 'yes-no' };
export type DateField = Asked & { kind: 'date' };

/** One question of the intake. `min` and `max` are in the canonical unit of the dimension. */
export type Field =
  | NumberField
  | MoneyField
  | ChoiceField
  | ChoicesField
  | TextField
  | YesNoField
  | DateField;
export type Fields = Readonly<Record<string, Field>>;

/** The type of a field's answer. */
export type AnswerTo<F extends Field> = F extends NumberField
  ? NumberAnswer
  : F extends MoneyField
    ? MoneyAnswer
    : F extends ChoiceField
      ? PlainAnswer<keyof F['options'] & string>
      : F extends ChoicesField
        ? PlainAnswer<(keyof F['options'] & string)[]>
        : F extends YesNoField
          ? PlainAnswer<boolean>
          : PlainAnswer<string>;

/** The answers to a set of fields; a field that was not asked is absent. */
export type AnswersTo<S extends Fields> = { [K in keyof S]?: AnswerTo<S[K]> };
