import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '#lib/errors.ts';
import { refusalOf } from './submit-form.ts';

// The guard throws outside a server bundle, and this test is none.
vi.mock('server-only', () => ({}));

const typed = { title: 'Dictation on the wards', password: 'eleven-grey-herons' };

describe('a form that was sent and not taken', () => {
  const log = vi.spyOn(console, 'error');
  beforeEach(() => {
    log.mockReset().mockReturnValue();
  });
  afterAll(() => log.mockRestore());

  it('shows the reason beside its field, with what was typed but for passwords', () => {
    const problems = [{ field: 'title', reason: 'is too long' }];
    expect(refusalOf(new AppError('invalid-input', 'refused', { problems }), typed)).toEqual({
      problems: { title: 'is too long' },
      values: { title: typed.title },
    });
    expect(log).not.toHaveBeenCalled();
  });

  it.each(['unavailable', 'too-many-requests'] as const)(
    'keeps what was typed when another attempt may do: %s',
    (code) => {
      const error = new AppError(code, 'for the log', { say: 'Try again shortly.' });
      expect(refusalOf(error, typed)).toEqual({
        problems: {},
        values: { title: typed.title },
        say: 'Try again shortly.',
      });
    },
  );

  it('logs what the service could not do', () => {
    const error = new AppError('unavailable', 'The job engine did not take the event.');
    refusalOf(error, typed);
    expect(log).toHaveBeenCalledWith(error);
  });

  it.each([new AppError('internal', 'a fault'), new TypeError('x is not a function')])(
    'leaves a fault to the page: %s',
    (fault) => {
      expect(() => refusalOf(fault, typed)).toThrow(fault);
    },
  );
});
