/** What a form shows after it was sent and refused: the reason per field, a message for the whole, and what was typed. */
export type FormState = {
  problems: Readonly<Record<string, string>>;
  say?: string | undefined;
  values: Readonly<Record<string, string>>;
};

export const untouchedForm: FormState = { problems: {}, values: {} };
