'use client';

import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';

type Props = { trigger: ReactNode; title: string; description: string; children: ReactNode };

/** A question or a short form over the page. Escape and the cross close it; focus returns to what opened it. */
export function Dialog({ trigger, title, description, children }: Props) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-black/45 data-[state=open]:animate-in data-[state=open]:fade-in" />
        <Primitive.Content className="fixed top-1/2 left-1/2 z-50 grid max-h-[calc(100dvh-2rem)] w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 gap-4 overflow-y-auto rounded-card border border-line bg-surface p-6 shadow-raised">
          <div className="grid gap-1 pr-8">
            <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
            <Primitive.Description className="text-sm text-ink-soft">{description}</Primitive.Description>
          </div>
          {children}
          <Primitive.Close
            className="absolute top-4 right-4 grid size-8 cursor-pointer place-items-center rounded-control text-ink-faint hover:bg-sunken hover:text-ink"
            aria-label="Close"
          >
            <X aria-hidden className="size-4" />
          </Primitive.Close>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
