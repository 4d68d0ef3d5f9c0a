import { setTimeout as pause } from 'node:timers/promises';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { createAnalyst } from '#lib/llm/analyst.ts';

/** The built-in analyst behind the latency of a provider: its nth answer takes the nth of `latenciesMs`. */
export function slowModel(latenciesMs: readonly number[]): LanguageModelV4 {
  const analyst = createAnalyst();
  let asked = 0;
  return {
    ...analyst,
    async doGenerate(options) {
      const latency = latenciesMs[asked++ % latenciesMs.length] ?? 0;
      await pause(latency);
      return analyst.doGenerate(options);
    },
  };
}

/** As many latencies of 3 to 8 s as asked for, the same for the same seed (mulberry32). */
export function seededLatenciesMs(seed: number, count: number): number[] {
  let state = seed >>> 0;
  return Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return 3000 + Math.round((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * 5000);
  });
}
