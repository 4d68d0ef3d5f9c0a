'use client';

import { Menu, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { NavLinks } from './nav-links.tsx';

/** The navigation on a narrow screen: a drawer from the left. */
export function PhoneMenu({ canReadAudit, children }: { canReadAudit: boolean; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger
        className="grid size-9 cursor-pointer place-items-center rounded-control text-ink-soft hover:bg-sunken"
        aria-label="Menu"
      >
        <Menu aria-hidden className="size-5" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/45" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-50 grid w-72 grid-rows-[auto_1fr_auto] gap-4 bg-surface p-4 shadow-raised"
        >
          <div className="flex items-center justify-between">
            <Dialog.Title className="px-2.5 font-semibold">Menu</Dialog.Title>
            <Dialog.Close
              className="grid size-9 cursor-pointer place-items-center rounded-control text-ink-soft hover:bg-sunken"
              aria-label="Close"
            >
              <X aria-hidden className="size-5" />
            </Dialog.Close>
          </div>
          <nav aria-label="Main">
            <NavLinks canReadAudit={canReadAudit} onNavigate={() => setOpen(false)} />
          </nav>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
