/**
 * npm as the process that called us knows it, else the one on the path.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {{ command: string, args: string[] }}
 */
export function npmCommand(env) {
  const script = env['npm_execpath'];
  return script?.endsWith('.js')
    ? { command: process.execPath, args: [script] }
    : { command: 'npm', args: [] };
}
