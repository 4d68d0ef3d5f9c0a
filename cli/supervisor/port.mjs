import { createServer } from 'node:net';
import { errorCode, StartProblem } from './start-problem.mjs';

/**
 * Resolves when the port can be listened on.
 *
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>}
 * @throws {StartProblem} when another program has it, or the system does not let this user have it
 */
export async function requireFreePort(port, host) {
  const server = createServer();
  try {
    await new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port, host, exclusive: true }, () => resolve(undefined));
    });
  } catch (error) {
    throw new StartProblem(portSentence(port, host, errorCode(error)), { cause: error });
  }
  await new Promise((resolve) => {
    server.close(resolve);
  });
}

/**
 * @param {number} port
 * @param {string} host
 * @param {string | undefined} code of the error that listening failed with
 */
function portSentence(port, host, code) {
  const another = `choose another port, for example PORT=${port === 65_535 ? 3000 : port + 1} npm start`;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is already taken by another program: stop that program, or ${another}.`;
    case 'EACCES':
      return `Your user may not listen on port ${port}: ${another}.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}: unset HOST, or set it to an address of this machine.`;
    default:
      return `Port ${port} of ${host} cannot be listened on (${code ?? 'unknown reason'}): ${another}.`;
  }
}
