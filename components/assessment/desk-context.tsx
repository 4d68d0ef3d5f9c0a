'use client';

import { useRouter } from 'next/navigation';
import {
  createContext,
  type ReactNode,
  startTransition,
  use,
  useCallback,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { createDesk, type Desk, type DeskStatus, type Entry, type StoredAnswers } from './desk.ts';
import type { SendEdit } from './edit-queue.ts';

const DeskContext = createContext<Desk | undefined>(undefined);

type Props = { stored: StoredAnswers; send: SendEdit; children: ReactNode };

/** Keeps one desk for all sections of a form, tells it what is stored, and warns before unsaved answers are left behind. */
export function DeskProvider({ stored, send, children }: Props) {
  const [desk] = useState(() => createDesk(stored, send));
  useEffect(() => desk.load(stored), [desk, stored]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (desk.status().unsaved > 0) event.preventDefault();
    };
    const retry = () => {
      if (desk.status().halt?.because === 'unreachable') desk.retry();
    };
    window.addEventListener('beforeunload', warn);
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('online', retry);
    };
  }, [desk]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The desk of the form around. */
export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (desk === undefined) throw new Error('There is no DeskProvider around this part of the form.');
  return desk;
}

/** How saving stands. */
export function useDeskStatus(): DeskStatus {
  const desk = useDesk();
  return useSyncExternalStore(desk.subscribe, desk.status, desk.status);
}

/** What the person has done to the question at `path`. */
export function useEntry(path: string): Entry | undefined {
  const desk = useDesk();
  const read = () => desk.entryAt(path);
  return useSyncExternalStore(desk.subscribe, read, read);
}

/** Asks the server for what is stored by now; the desk takes it in when it arrives. */
export function useLoadNewer(): () => void {
  const router = useRouter();
  return useCallback(() => startTransition(() => router.refresh()), [router]);
}
