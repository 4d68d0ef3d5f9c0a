/**
 * What the client said, word for word and number for number. Its source is the client, at `path` of the assessment; what is
 * computed from it is a figure and is shown as one.
 */
export function AnswerText({ path, reads }: { path: string; reads: string }) {
  return (
    <span data-answer={path} className="break-words tabular-nums">
      {reads}
    </span>
  );
}
