'use client';

import { Popover } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import type { FigureView } from '#lib/domain/figure/view.ts';
import { FigurePanel } from './figure-panel.tsx';

/** Hovering shows it while the pointer stays; a click, a tap or Enter keeps it open until it is closed. */
type Mode = 'closed' | 'hovered' | 'pinned';

const openDelayMs = 180;
/** Time to reach the panel with the pointer. */
const closeDelayMs = 240;

/**
 * A number about the client: the only way such a number is shown. It opens where it comes from. `unitInHead` leaves the
 * period to the head of the column. Only the panel that is open exists, so hundreds of figures on a page cost little.
 */
export function FigureValue({
  view,
  unitInHead = false,
  className,
}: {
  view: FigureView;
  unitInHead?: boolean;
  className?: string;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const { mode, setMode, soon, stay } = useMode();
  return (
    <>
      <button
        ref={button}
        type="button"
        data-figure={view.id}
        aria-haspopup="dialog"
        aria-expanded={mode !== 'closed'}
        onClick={() => setMode(mode === 'pinned' ? 'closed' : 'pinned')}
        onPointerEnter={(event) => event.pointerType === 'mouse' && soon('hovered', openDelayMs)}
        onPointerLeave={(event) => event.pointerType === 'mouse' && soon('closed', closeDelayMs)}
        className={classNames(
          'cursor-pointer rounded-[0.2rem] text-left tabular-nums underline decoration-ink-faint decoration-dotted decoration-1 underline-offset-[0.22em] hover:bg-accent-soft hover:decoration-accent aria-expanded:bg-accent-soft aria-expanded:decoration-accent',
          className,
        )}
      >
        {unitInHead ? view.text.replace(/ per (?:month|year)$/u, '') : view.text}
      </button>
      {mode === 'closed' ? null : (
        <Popover.Root open onOpenChange={(open) => !open && setMode('closed')}>
          <Popover.Anchor virtualRef={button} />
          <Popover.Portal>
            <Popover.Content
              aria-label={`Where ${view.text} comes from`}
              side="bottom"
              align="start"
              sideOffset={6}
              collisionPadding={12}
              onOpenAutoFocus={(event) => event.preventDefault()}
              onCloseAutoFocus={(event) => event.preventDefault()}
              onEscapeKeyDown={() => mode === 'pinned' && button.current?.focus()}
              onInteractOutside={(event) => {
                if (event.target instanceof Node && button.current?.contains(event.target))
                  event.preventDefault();
              }}
              onPointerEnter={stay}
              onPointerLeave={(event) => event.pointerType === 'mouse' && soon('closed', closeDelayMs)}
              className="z-50 max-h-(--radix-popover-content-available-height) w-[min(23rem,calc(100vw-1.5rem))] overflow-y-auto rounded-card border border-line bg-surface text-left text-sm font-normal whitespace-normal text-ink shadow-raised outline-none"
            >
              <FigurePanel
                view={view}
                focused={mode === 'pinned'}
                onClose={() => {
                  setMode('closed');
                  button.current?.focus();
                }}
              />
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
      )}
    </>
  );
}

function useMode() {
  const [mode, setMode] = useState<Mode>('closed');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stay = (): void => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  const soon = (next: Mode, afterMs: number): void => {
    stay();
    timer.current = setTimeout(() => setMode((current) => (current === 'pinned' ? current : next)), afterMs);
  };
  return { mode, setMode, soon, stay };
}
