'use client';

import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { useDesk, useDeskStatus, useLoadNewer } from './desk-context.tsx';

/** In a word, whether everything typed is saved. */
export function SaveStatus() {
  const { unsaved, saving, everSaved, halt } = useDeskStatus();
  return (
    <output className="flex min-h-6 items-center gap-1.5 text-[0.8125rem] text-ink-faint [&_svg]:size-3.5">
      {halt !== undefined ? (
        <>
          <CircleAlert aria-hidden className="text-bad" />
          Not saved
        </>
      ) : saving ? (
        <>
          <LoaderCircle aria-hidden className="animate-spin" />
          Saving
        </>
      ) : unsaved > 0 ? (
        'Not everything is saved yet'
      ) : everSaved ? (
        <>
          <Check aria-hidden className="text-good" />
          Saved
        </>
      ) : (
        'Saves as you go'
      )}
    </output>
  );
}

/** What stopped saving, and what to do about it. Nothing while all goes well. */
export function SaveHalt() {
  const desk = useDesk();
  const { halt } = useDeskStatus();
  const loadNewer = useLoadNewer();
  if (halt === undefined) return null;
  if (halt.because === 'conflict')
    return (
      <Notice kind="caution" title="This assessment was changed meanwhile" live>
        Somebody else, or another tab of yours, has saved since you opened it. What you typed is kept.
        <div className="mt-2">
          <Button size="small" onClick={loadNewer}>
            Load the newer version
          </Button>
        </div>
      </Notice>
    );
  return (
    <Notice kind="bad" title="Not saved" live>
      {halt.because === 'unreachable'
        ? 'The server does not answer. What you typed is kept in this tab until it does.'
        : `${halt.say} What you typed is kept in this tab.`}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={desk.retry}>
          Try again
        </Button>
        {halt.because === 'not-saved' && halt.signIn ? (
          <Button size="small" asChild>
            <Link href="/sign-in" target="_blank">
              Sign in, in a new tab
            </Link>
          </Button>
        ) : null}
      </div>
    </Notice>
  );
}
