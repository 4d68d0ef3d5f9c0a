/**
 * Aborts at the first Ctrl-C, SIGTERM or closed terminal. A second one ends this process at once; its children then end
 * by themselves, because their standard input closes.
 *
 * @param {NodeJS.Process} process
 * @returns {AbortSignal}
 */
export function interruption(process) {
  const interruptions = new AbortController();
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (interruptions.signal.aborted) process.exit(1);
      interruptions.abort();
    });
  }
  return interruptions.signal;
}
