import { FigureValue } from '#components/figure/figure.tsx';
import { answerAt, describeAnswer, fieldAt } from '#lib/domain/assessment/describe-answer.ts';
import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import { frameworkIds } from '#lib/domain/catalogue/control.ts';
import type { Evidence } from '#lib/domain/claims/claim.ts';
import { questionOfPath, type ResultView } from './result-view.ts';

/** What a claim or a recommendation rests on, piece by piece. */
export function EvidenceList({ evidence, view }: { evidence: readonly Evidence[]; view: ResultView }) {
  return (
    <ul className="grid gap-1.5 text-sm">
      {evidence.map((item) => (
        <li key={JSON.stringify(item)} className="break-words">
          <Item item={item} view={view} />
        </li>
      ))}
    </ul>
  );
}

function Item({ item, view }: { item: Evidence; view: ResultView }) {
  switch (item.kind) {
    case 'figure': {
      const figure = view.figure(item.figure);
      return (
        <>
          <Kind>Figure</Kind> {figure.label}: <FigureValue view={figure} />
        </>
      );
    }
    case 'answer':
      return (
        <>
          <Kind>Answer</Kind> {questionOfPath(view, item.answer) ?? item.answer}
          <Said path={item.answer} view={view} />
        </>
      );
    case 'control':
      return (
        <>
          <Kind>Control</Kind>{' '}
          <code className="font-mono text-[0.85em]">
            {frameworkLabel(view.catalogue, item.framework)} {item.control}
          </code>{' '}
          {controlTitle(view.catalogue, item.framework, item.control)}
        </>
      );
    case 'unanswered':
      return (
        <>
          <Kind>Open</Kind> {questionOfPath(view, item.answer) ?? item.answer}
        </>
      );
  }
}

function Kind({ children }: { children: string }) {
  return <span className="mr-1 inline-block w-16 text-xs text-ink-faint">{children}</span>;
}

/** A number that the client stated is shown as its figure; an answer in words as it is. */
function Said({ path, view }: { path: string; view: ResultView }) {
  const answer = answerAt(view.assessment, path);
  const field = fieldAt(view.assessment, path);
  if (answer === undefined || field === undefined) return null;
  if (view.ledger.has(`answer.${path}`))
    return (
      <>
        : <FigureValue view={view.figure(`answer.${path}`)} />
      </>
    );
  const numeric = field.kind === 'number' || field.kind === 'money';
  return numeric ? null : <>: {describeAnswer(field, answer)}</>;
}

function frameworkLabel(catalogue: Pick<Catalogue, 'index'>, id: string): string {
  const known = frameworkIds.find((framework) => framework === id);
  return (known === undefined ? undefined : catalogue.index.frameworks.get(known)?.label) ?? id;
}

function controlTitle(catalogue: Pick<Catalogue, 'index'>, id: string, number: string): string {
  const known = frameworkIds.find((framework) => framework === id);
  if (known === undefined) return '';
  const rows = catalogue.index.controlsByFramework.get(known) ?? [];
  return rows.find(({ control }) => control === number)?.title ?? '';
}
