'use client';

import { ArrowLeft, Check, Copy, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import type { FigureKind } from '#lib/domain/figure/figure.ts';
import type { FigureView } from '#lib/domain/figure/view.ts';
import { citationOf } from './citation.ts';
import { FigurePedigree } from './figure-pedigree.tsx';
import { useFigureSource } from './figure-source.tsx';

type Props = { view: FigureView; focused: boolean; onClose: () => void };

/** What a figure is and where it comes from. An input can be opened in place, down to a price row, an answer or an assumption. */
export function FigurePanel({ view: first, focused, onClose }: Props) {
  const [trail, setTrail] = useState<readonly FigureView[]>([]);
  const [opening, setOpening] = useState<string>();
  const [failed, setFailed] = useState<string>();
  const load = useFigureSource();
  const view = trail.at(-1) ?? first;

  const open = async (id: string): Promise<void> => {
    if (load === undefined) return;
    setOpening(id);
    setFailed(undefined);
    try {
      const next = await load(id);
      setTrail((before) => [...before, next]);
    } catch {
      setFailed(id);
    } finally {
      setOpening(undefined);
    }
  };

  return (
    <div data-figure-panel={view.id} aria-busy={opening !== undefined}>
      <div className="flex items-center gap-1 border-b border-line py-2 pr-2 pl-4">
        {trail.length === 0 ? null : (
          <IconButton label="Back" onClick={() => setTrail((before) => before.slice(0, -1))}>
            <ArrowLeft aria-hidden className="size-4" />
          </IconButton>
        )}
        <Badge tone={tones[view.kind]}>{view.kindInWords}</Badge>
        <span className="ml-auto" />
        <CopyButton key={view.id} view={view} />
        <IconButton label="Close" onClick={onClose}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      <div className="grid gap-3 px-4 py-3">
        <div>
          <Label key={`${view.id} ${focused}`} text={view.label} focused={focused} />
          <p className="text-lg font-semibold tabular-nums">{view.text}</p>
          {view.band === undefined ? null : (
            <p className="text-[0.8125rem] text-ink-soft tabular-nums">80 % band: {view.band}</p>
          )}
        </div>
        <FigurePedigree
          view={view}
          {...(load === undefined ? {} : { onOpen: (id: string) => void open(id) })}
          opening={opening}
          failed={failed}
        />
      </div>
    </div>
  );
}

/** What is shown now: the focus goes to it, so that the keyboard goes on from there and a screen reader tells it. */
function Label({ text, focused }: { text: string; focused: boolean }) {
  const label = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (focused) label.current?.focus({ preventScroll: true });
  }, [focused]);
  return (
    <p ref={label} tabIndex={-1} className="text-[0.8125rem] text-ink-soft outline-none">
      {text}
    </p>
  );
}

const tones: Readonly<Record<FigureKind, Tone>> = {
  stated: 'good',
  listed: 'accent',
  measured: 'accent',
  assumed: 'caution',
  computed: 'plain',
};

function CopyButton({ view }: { view: FigureView }) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(citationOf(view));
      setState('copied');
    } catch {
      setState('refused');
    }
  };
  return (
    <>
      <output className="text-xs text-ink-faint">
        {state === 'copied' ? 'Copied' : state === 'refused' ? 'The browser refused' : ''}
      </output>
      <IconButton label="Copy with citation" onClick={() => void copy()}>
        {state === 'copied' ? (
          <Check aria-hidden className="size-4" />
        ) : (
          <Copy aria-hidden className="size-4" />
        )}
      </IconButton>
    </>
  );
}

function IconButton({
  label,
  onClick,
  children,
}: {
  label: string;
  onClick: () => void;
  children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="grid size-8 shrink-0 cursor-pointer place-items-center rounded-control text-ink-faint hover:bg-sunken hover:text-ink"
    >
      {children}
    </button>
  );
}
