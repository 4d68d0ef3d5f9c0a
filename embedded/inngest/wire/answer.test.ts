import { describe, expect, it } from 'vitest';
import { readAnswer } from './answer.ts';

const sdk = { 'x-inngest-sdk': 'inngest-js:v4.24.0' };

function reply(status: number, body: string, headers: Record<string, string> = sdk) {
  return { status, body, headers: new Headers(headers) };
}

describe('the app’s reply', () => {
  it('is a failure to be tried again when it does not come from the SDK, even as a success', () => {
    expect(readAnswer(reply(200, '"welcome"', {}))).toMatchObject({ kind: 'failed', retriable: true });
  });

  it('is the function’s result on 200', () => {
    expect(readAnswer(reply(200, '{"total":3}'))).toEqual({ kind: 'returned', data: { total: 3 } });
  });

  it('is a list of operations on 206, also when a single one is not in a list', () => {
    const answer = readAnswer(
      reply(206, '{"id":"a","op":"Sleep","name":"1s"}', { ...sdk, 'x-inngest-req-version': '2' }),
    );
    expect(answer).toMatchObject({ kind: 'ops', ops: [{ id: 'a', op: 'Sleep' }], requestVersion: 2 });
  });

  it('is final when it forbids a retry, and carries the wish for a later one', () => {
    const error = '{"name":"TypeError","message":"x"}';
    expect(readAnswer(reply(400, error, { ...sdk, 'x-inngest-no-retry': 'true' }))).toMatchObject({
      error: { name: 'TypeError', message: 'x' },
      retriable: false,
    });
    expect(readAnswer(reply(500, error, { ...sdk, 'retry-after': '30' }))).toMatchObject({
      retriable: true,
      retryAfter: '30',
    });
  });

  it('is taken out of its envelope when it was streamed', () => {
    const envelope = { status: 206, headers: {}, body: '[{"id":"a","op":"StepRun","data":1}]' };
    expect(readAnswer(reply(201, `     ${JSON.stringify(envelope)}`))).toMatchObject({
      kind: 'ops',
      ops: [{ op: 'StepRun', data: 1 }],
    });
    expect(readAnswer(reply(201, '   '))).toMatchObject({ kind: 'failed', retriable: true });
  });

  it('is a final failure when its operations have an unknown shape', () => {
    expect(readAnswer(reply(206, '[{"op":5}]'))).toMatchObject({ kind: 'failed', retriable: false });
  });
});
