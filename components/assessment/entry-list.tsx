import { Cpu, type LucideIcon, Layers, ReceiptText } from 'lucide-react';
import { Card } from '#components/ui/card.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { InterfaceNumber } from '#components/ui/interface-number.tsx';
import { LinkRow, RowList } from '#components/ui/row-list.tsx';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import { completeness } from '#lib/domain/assessment/completeness.ts';
import { workloadKindLabels } from '#lib/domain/assessment/fields/workloads.ts';
import { type Collection, entriesOf, isWorkloadKind } from '#lib/domain/assessment/questions.ts';
import { AddEntry, type KindOption } from './add-entry.tsx';
import { collectionTitles, entrySection } from './sections.ts';

type Props = { base: string; assessment: Assessment; collection: Collection; canEdit: boolean };

/** The workloads, commitments or groups of hardware of an assessment, each leading to its own page. */
export function EntryList({ base, assessment, collection, canEdit }: Props) {
  const entries = entriesOf(assessment, collection);
  const done = new Map(completeness(assessment).bySection.map((section) => [section.id, section]));
  const { icon, none, why } = texts[collection];
  return (
    <div className="grid gap-6">
      <Card>
        {entries.length === 0 ? (
          <Empty icon={icon} title={none}>
            {why}
          </Empty>
        ) : (
          <RowList label={collectionTitles[collection]}>
            {entries.map(({ path, title }) => {
              const id = path.slice(collection.length + 1);
              const section = done.get(path);
              return (
                <LinkRow
                  key={path}
                  href={`${base}/${collection}/${id}`}
                  title={title}
                  detail={entrySection(assessment, collection, id)?.kind}
                  facts={
                    section === undefined ? undefined : (
                      <span>
                        <InterfaceNumber value={section.answered} of={section.asked} /> answered
                      </span>
                    )
                  }
                />
              );
            })}
          </RowList>
        )}
      </Card>
      {canEdit ? <AddEntry base={base} collection={collection} kinds={kinds} /> : null}
    </div>
  );
}

const kinds: readonly KindOption[] = Object.keys(workloadKindLabels)
  .filter(isWorkloadKind)
  .map((kind) => [kind, workloadKindLabels[kind]]);

const texts: Readonly<Record<Collection, { icon: LucideIcon; none: string; why: string }>> = {
  workloads: {
    icon: Layers,
    none: 'No workload yet',
    why: 'A workload is one thing to be run. Without one there is nothing to size or to price.',
  },
  commitments: {
    icon: ReceiptText,
    none: 'No commitment',
    why: 'What the client has promised a provider to spend. Unused commitment is money already spent.',
  },
  hardware: {
    icon: Cpu,
    none: 'No own hardware',
    why: 'Machines that the client owns or has ordered, in groups that are alike.',
  },
};
