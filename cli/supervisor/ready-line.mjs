/** @typedef {{ databaseUrl?: string, executorUrl?: string }} StandInAddresses */

/**
 * What the stand-in process answers on its standard output, one line of JSON: `{"ready":true,"databaseUrl":"...",
 * "executorUrl":"..."}` (each address only if it was asked for) or `{"error":"one sentence"}`.
 *
 * @param {string} line
 * @returns {{ kind: 'ready', addresses: StandInAddresses } | { kind: 'refused', sentence: string } | { kind: 'other' }}
 *   `other`: a line that is not part of this protocol
 */
export function readReadyLine(line) {
  const message = parseObject(line);
  if (typeof message?.['error'] === 'string') return { kind: 'refused', sentence: message['error'] };
  if (message?.['ready'] !== true) return { kind: 'other' };
  return {
    kind: 'ready',
    addresses: {
      ...(typeof message['databaseUrl'] === 'string' ? { databaseUrl: message['databaseUrl'] } : {}),
      ...(typeof message['executorUrl'] === 'string' ? { executorUrl: message['executorUrl'] } : {}),
    },
  };
}

/**
 * @param {string} line
 * @returns {Record<string, unknown> | undefined}
 */
function parseObject(line) {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
