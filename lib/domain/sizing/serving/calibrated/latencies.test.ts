import { describe, expect, it } from 'vitest';
import { denseCase, idealCoefficients } from './case.fixture.ts';
import { decodeStep } from './decode-step.ts';
import { onePoolLatencies, separatePoolLatencies } from './latencies.ts';
import { promptTimeMs } from './prompt-time.ts';

const prompt = promptTimeMs(denseCase, { dense: 1, experts: 1, link: 1, integer: 1 });
const step = decodeStep(denseCase, 8, idealCoefficients).ms;

describe('one pool', () => {
  const { timePerOutputTokenMs, timeToFirstTokenMs } = onePoolLatencies(denseCase, idealCoefficients);

  it('reads, while a token is written, the prompts that replace finished requests', () => {
    // Of 8 requests, each 1,000 steps long, one finishes every 125 steps.
    expect(timePerOutputTokenMs).toBeCloseTo(step + prompt / 125, 9);
  });

  it('lets a first token wait for the step under way, its own prompt and those of the others', () => {
    expect(timeToFirstTokenMs).toBeCloseTo(step + prompt * 8, 6);
  });

  it('lets requests without room wait for the answers before them', () => {
    const crowded = onePoolLatencies({ ...denseCase, concurrency: 1_000 }, idealCoefficients);
    const { inFlight, room } = crowded;
    expect(inFlight).toBe(room);
    const waiting = (1_000 / room - 1) * 1_000 * crowded.timePerOutputTokenMs;
    expect(crowded.timeToFirstTokenMs).toBeGreaterThan(waiting);
    expect(crowded.timeToFirstTokenMs).toBeLessThan(waiting * 1.1);
  });
});

it('separate pools write without reading prompts, and read one after the other', () => {
  const reading = { ...denseCase, concurrency: 3 };
  const pools = separatePoolLatencies(denseCase, reading, { ...idealCoefficients, 'pools-handoff-ms': 50 });
  expect(pools.timePerOutputTokenMs).toBeCloseTo(step, 9);
  expect(pools.timeToFirstTokenMs).toBeCloseTo(step + 50 + prompt * 3, 6);
});
