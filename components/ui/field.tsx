import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

export const controlClass =
  'h-9 w-full rounded-control border border-control-line/70 bg-surface px-3 text-sm text-ink placeholder:text-ink-faint aria-invalid:border-bad disabled:opacity-60';

type FrameProps = {
  label: string;
  hint?: ReactNode;
  problem?: string | undefined;
  children: (ids: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
};

/** Label, hint and problem around a control; the control is told their ids. */
export function Field({ label, hint, problem, children }: FrameProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const problemId = `${id}-problem`;
  const describedBy = [hint === undefined ? '' : hintId, problem === undefined ? '' : problemId]
    .filter(Boolean)
    .join(' ');
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children({
        id,
        ...(describedBy === '' ? {} : { 'aria-describedby': describedBy }),
        ...(problem === undefined ? {} : { 'aria-invalid': true }),
      })}
      {hint === undefined ? null : (
        <p id={hintId} className="text-[0.8125rem] text-ink-faint">
          {hint}
        </p>
      )}
      {problem === undefined ? null : (
        <p id={problemId} role="alert" className="text-[0.8125rem] text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}

type TextFieldProps = Omit<ComponentProps<'input'>, 'id'> & {
  label: string;
  hint?: ReactNode;
  problem?: string | undefined;
};

/** A one-line text input with its label. */
export function TextField({ label, hint, problem, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(ids) => <input className={classNames(controlClass, className)} {...ids} {...rest} />}
    </Field>
  );
}
