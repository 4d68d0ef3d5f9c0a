import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks `url` until it answers 200, `stopped` resolves, or the time is over.
 *
 * @param {string} url
 * @param {{ timeLimitMs: number, stopped: Promise<unknown>, everyMs?: number }} options
 * @returns {Promise<'healthy' | 'stopped' | 'late'>}
 */
export async function waitUntilHealthy(url, { timeLimitMs, stopped, everyMs = 150 }) {
  const deadline = performance.now() + timeLimitMs;
  const end = stopped.then(() => /** @type {const} */ ('stopped'));
  while (performance.now() < deadline) {
    if (await answersOk(url, Math.max(1, deadline - performance.now()))) return 'healthy';
    if ((await Promise.race([end, pause(everyMs)])) === 'stopped') return 'stopped';
  }
  return 'late';
}

/**
 * @param {string} url
 * @param {number} timeLimitMs
 */
async function answersOk(url, timeLimitMs) {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(Math.ceil(Math.min(timeLimitMs, 5000))),
    });
    await response.body?.cancel();
    return response.status === 200;
  } catch (error) {
    // Not listening yet, or busy starting: fetch says so with a TypeError or a timeout, and we ask again.
    if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError'))
      return false;
    throw error;
  }
}
