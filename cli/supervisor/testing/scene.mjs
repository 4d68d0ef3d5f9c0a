import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { processMark } from '../lock-file.mjs';
import { start } from '../start.mjs';

// Stand-ins and web server of a few lines, started, watched and ended like the real ones. Each writes its process id and
// what it was given to a file named after it, so that the tests can see what ran.
export const recordItself = (/** @type {string} */ name) => `
  import { writeFileSync } from 'node:fs';
  import { createServer } from 'node:http';
  const [, , ...args] = process.argv;
  writeFileSync(process.env.RECORDS + '/${name}.json', JSON.stringify({ pid: process.pid, args, env: process.env }));
  const keepRunning = () => setInterval(() => {}, 1000);
`;
export const standInsThatWork = `${recordItself('stand-ins')}
  keepRunning();
  console.log('warming up');
  console.log(JSON.stringify({ ready: true, databaseUrl: 'mongodb://127.0.0.1:1/infra_mind', executorUrl: 'http://127.0.0.1:2' }));
`;
export const webThatWorks = `${recordItself('web')}
  createServer((request, response) => {
    if (request.url === '/die') { console.error('out of memory'); process.exit(7); }
    response.writeHead(request.url === '/api/health' ? 200 : 404).end();
  }).listen(Number(process.env.PORT), '127.0.0.1');
`;

/**
 * @typedef {Awaited<ReturnType<typeof createScene>>} Scene
 *
 * A folder of its own and a free port, to start stacks of such scripts in.
 */
export async function createScene() {
  const root = await mkdtemp(path.join(tmpdir(), 'start-'));
  const port = await freePort();

  /**
   * @param {{ standIns?: string, web?: string, env?: Record<string, string>, nodeVersion?: string, readyLimitMs?: number,
   *   graceMs?: number, install?: () => Promise<void>, build?: () => Promise<void>,
   *   interruption?: AbortController }} [options]
   */
  async function startStack(options = {}) {
    await writeFile(path.join(root, 'stand-ins.mjs'), options.standIns ?? standInsThatWork);
    await writeFile(path.join(root, 'web.mjs'), options.web ?? webThatWorks);
    const interruption = options.interruption ?? new AbortController();
    /** @type {string[]} */ const said = [];
    /** @type {string[]} */ const complained = [];
    const readiness = new AbortController();
    const exitCode = start({
      nodeVersion: options.nodeVersion ?? '20.20.2',
      env: { NODE_ENV: 'test', PATH: process.env['PATH'], RECORDS: root, PORT: String(port), ...options.env },
      stack: {
        root,
        node: process.execPath,
        standInScript: [path.join(root, 'stand-ins.mjs')],
        webScript: () => [path.join(root, 'web.mjs')],
        nodeEnvironment: 'production',
        readyLimitMs: options.readyLimitMs ?? 10_000,
        graceMs: options.graceMs ?? 5000,
      },
      interrupted: interruption.signal,
      say: (line) => {
        said.push(line);
        if (line.startsWith('Infra Mind is ready')) readiness.abort();
      },
      complain: (line) => complained.push(line),
      install: options.install ?? (async () => undefined),
      build: options.build ?? (async () => undefined),
    });
    // A start that fails is never ready: waiting for either shows the reason instead of a time-out.
    const settled = Promise.race([once(readiness.signal, 'abort'), exitCode]);
    return { exitCode, settled, said, complained, interrupt: () => interruption.abort() };
  }

  /**
   * What a script recorded about itself; undefined when it never ran.
   *
   * @param {string} name
   * @returns {Promise<{ pid: number, args: string[], env: Record<string, string> } | undefined>}
   */
  async function recordOf(name) {
    const text = await readFile(path.join(root, `${name}.json`), 'utf8').catch((error) => {
      // A script that has not started has written no record; anything else is a fault of the scene.
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    return text === undefined ? undefined : JSON.parse(text);
  }

  /** The names of the scripts that still run. */
  async function running() {
    const names = ['stand-ins', 'web'];
    const records = await Promise.all(names.map(recordOf));
    return names.filter((_, at) => processMark(records[at]?.pid ?? 2 ** 30) !== undefined);
  }

  return { root, port, startStack, recordOf, running, remove: () => rm(root, { recursive: true }) };
}

/** @returns {Promise<number>} a port that nobody listens on */
export async function freePort() {
  const server = createServer();
  const found = await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' ? address?.port : 0);
    });
  });
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return found;
}
