import { NonRetriableError } from 'inngest';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '#lib/errors.ts';
import { reasonOf, stepWork } from './step-work.ts';

const failWith = (error: unknown) =>
  stepWork(async () => {
    throw error;
  })();

async function thrownBy(work: Promise<unknown>): Promise<Error> {
  const thrown = await work.catch((error: unknown) => error);
  if (!(thrown instanceof Error)) throw new Error('The work did not fail.');
  return thrown;
}

describe('the work of a step', () => {
  let log: unknown[];
  beforeEach(() => {
    log = [];
    vi.spyOn(console, 'error').mockImplementation((entry) => log.push(entry));
  });
  afterEach(() => vi.restoreAllMocks());

  it('gives what it gives', async () => {
    expect(await stepWork(async () => 7)()).toBe(7);
    expect(log).toEqual([]);
  });

  it('tells people the sentence of the table, and the log the original', async () => {
    const original = new TypeError('connect ECONNREFUSED 10.0.0.7:27017');
    const thrown = await thrownBy(failWith(original));
    expect(reasonOf(thrown)).toBe('Something went wrong on our side.');
    expect(thrown.cause).toBe(original);
    expect(log).toEqual([original]);
  });

  it('tells the sentence that an error of the product carries', async () => {
    const refused = new AppError('invalid-input', 'row 7 of prices', { say: 'The file was not imported.' });
    expect(reasonOf(await thrownBy(failWith(refused)))).toBe('The file was not imported.');
  });

  it.each([
    [new AppError('internal', 'There is no specialist of this name.'), true],
    [new AppError('not-found', 'No such run.'), true],
    [new AppError('unavailable', 'The database does not answer.'), false],
    [new AppError('conflict', 'Somebody was faster.'), false],
    [new TypeError('x is not a function'), false],
  ])('is given up at once only when trying again cannot mend it: %s, %s', async (error, atOnce) => {
    expect((await thrownBy(failWith(error))) instanceof NonRetriableError).toBe(atOnce);
  });
});

describe('the reason of a failure', () => {
  it('keeps what the engine says of itself from people', () => {
    expect(reasonOf(new Error('The app answered 502.'))).toBe('Something went wrong on our side.');
  });
});
