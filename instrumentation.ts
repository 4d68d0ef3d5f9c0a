/** Runs once when a server process starts: builds the composition, so that a wrong configuration stops the start, and seeds the demo. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { startProcess } = await import('#lib/start-process.ts');
  await startProcess();
}
