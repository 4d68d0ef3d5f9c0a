'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import type { FigureView } from '#lib/domain/figure/view.ts';

type Load = (id: string) => Promise<FigureView>;

const Source = createContext<Load | undefined>(undefined);

/** Where the figures below are read when one is opened by its id: the figures route of their run. Each is read once. */
export function FigureSource({ path, children }: { path: string; children: ReactNode }) {
  const [load] = useState(() => loaderOf(path));
  return <Source value={load}>{children}</Source>;
}

/** How to read another figure of the same run; undefined outside a `FigureSource`. */
export function useFigureSource(): Load | undefined {
  return useContext(Source);
}

function loaderOf(path: string): Load {
  const known = new Map<string, Promise<FigureView>>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const reading = readFrom(path, id).catch((error: unknown) => {
      known.delete(id);
      throw error;
    });
    known.set(id, reading);
    return reading;
  };
}

async function readFrom(path: string, id: string): Promise<FigureView> {
  const response = await fetch(`${path}?id=${encodeURIComponent(id)}`, {
    headers: { accept: 'application/json' },
  });
  if (!response.ok) throw new Error(`The figure ${id} was refused with ${response.status}.`);
  const view: FigureView = await response.json();
  return view;
}
