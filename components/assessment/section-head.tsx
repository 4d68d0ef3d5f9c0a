import type { ReactNode } from 'react';
import { Notice } from '#components/ui/notice.tsx';
import { SaveHalt, SaveStatus } from './save-status.tsx';

type Props = {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  canEdit: boolean;
  status: 'draft' | 'frozen' | 'archived';
  version: number;
};

/** Title of a section, whether everything is saved, and what editing would do. It stays in sight while the page is scrolled. */
export function SectionHead({ title, lead, actions, canEdit, status, version }: Props) {
  return (
    <>
      <div className="sticky top-14 z-20 -mx-1 mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 bg-ground px-1 py-2 lg:top-0">
        <div className="min-w-0">
          <h2 className="text-lg font-semibold break-words">{title}</h2>
          {lead === undefined ? null : <p className="text-[0.8125rem] text-ink-faint">{lead}</p>}
        </div>
        <div className="flex items-center gap-3">
          {canEdit ? <SaveStatus /> : null}
          {actions}
        </div>
        <div className="w-full empty:hidden">{canEdit ? <SaveHalt /> : null}</div>
      </div>
      {canEdit && status === 'frozen' ? (
        <div className="mb-4">
          <Notice title={`Version ${version} has been analysed`}>
            It stays as it is. Your first change opens version {version + 1}.
          </Notice>
        </div>
      ) : null}
      {status === 'archived' ? (
        <div className="mb-4">
          <Notice title="Put away">This assessment is archived. Its answers can be read, not changed.</Notice>
        </div>
      ) : null}
    </>
  );
}
