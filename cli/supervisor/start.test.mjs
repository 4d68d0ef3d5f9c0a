import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock } from './lock-file.mjs';
import { start } from './start.mjs';
import { StartProblem } from './start-problem.mjs';

// Stand-ins and web server of a few lines, started, watched and ended like the real ones. Each writes its process id and
// what it was given to a file named after it, so that the tests can see what ran.
const recordItself = (/** @type {string} */ name) => `
  import { writeFileSync } from 'node:fs';
  import { createServer } from 'node:http';
  const [, , ...args] = process.argv;
  writeFileSync(process.env.RECORDS + '/${name}.json', JSON.stringify({ pid: process.pid, args, env: process.env }));
  const keepRunning = () => setInterval(() => {}, 1000);
`;
const standInsThatWork = `${recordItself('stand-ins')}
  keepRunning();
  console.log('warming up');
  console.log(JSON.stringify({ ready: true, databaseUrl: 'mongodb://127.0.0.1:1/infra_mind', executorUrl: 'http://127.0.0.1:2' }));
`;
const webThatWorks = `${recordItself('web')}
  createServer((request, response) => {
    if (request.url === '/die') { console.error('out of memory'); process.exit(7); }
    response.writeHead(request.url === '/api/health' ? 200 : 404).end();
  }).listen(Number(process.env.PORT), '127.0.0.1');
`;

/** @type {string} */ let root;
/** @type {number} */ let port;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'start-'));
  port = await freePort();
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

/** @returns {Promise<number>} */
async function freePort() {
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

/**
 * Starts a stack of the given scripts.
 *
 * @param {{ standIns?: string, web?: string, env?: Record<string, string>, nodeVersion?: string, readyLimitMs?: number,
 *   graceMs?: number, install?: () => Promise<void>, build?: () => Promise<void>,
 *   interruption?: AbortController }} [scene]
 */
async function startStack(scene = {}) {
  await writeFile(path.join(root, 'stand-ins.mjs'), scene.standIns ?? standInsThatWork);
  await writeFile(path.join(root, 'web.mjs'), scene.web ?? webThatWorks);
  const interruption = scene.interruption ?? new AbortController();
  /** @type {string[]} */ const said = [];
  /** @type {string[]} */ const complained = [];
  const readiness = new AbortController();
  const exitCode = start({
    nodeVersion: scene.nodeVersion ?? '20.20.2',
    env: { NODE_ENV: 'test', PATH: process.env['PATH'], RECORDS: root, PORT: String(port), ...scene.env },
    stack: {
      root,
      node: process.execPath,
      standInScript: [path.join(root, 'stand-ins.mjs')],
      webScript: () => [path.join(root, 'web.mjs')],
      nodeEnvironment: 'production',
      readyLimitMs: scene.readyLimitMs ?? 10_000,
      graceMs: scene.graceMs ?? 5000,
    },
    interrupted: interruption.signal,
    say: (line) => {
      said.push(line);
      if (line.startsWith('Infra Mind is ready')) readiness.abort();
    },
    complain: (line) => complained.push(line),
    install: scene.install ?? (async () => undefined),
    build: scene.build ?? (async () => undefined),
  });
  // A start that fails is never ready: waiting for either shows the reason instead of a time-out.
  const settled = Promise.race([once(readiness.signal, 'abort'), exitCode]);
  return { exitCode, settled, said, complained, interrupt: () => interruption.abort() };
}

/** @param {string} name @returns {Promise<{ pid: number, args: string[], env: Record<string, string> } | undefined>} */
async function recordOf(name) {
  const text = await readFile(path.join(root, `${name}.json`), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

/** @param {number | undefined} pid */
function lives(pid) {
  try {
    process.kill(pid ?? 2 ** 30, 0);
    return true;
  } catch {
    return false;
  }
}

/** @param {...string} names */
async function expectEnded(...names) {
  for (const name of names) expect([name, lives((await recordOf(name))?.pid)]).toEqual([name, false]);
}

describe('a start that works', () => {
  it('prints one address and the demo sign-in, and ends both processes when interrupted', async () => {
    const stack = await startStack({ env: { DEMO_PASSWORD: 'three-red-kites' } });
    await stack.settled;
    expect(stack.said).toEqual([
      `Infra Mind is ready: http://127.0.0.1:${port}`,
      'Demo sign-in: demo@infra-mind.local / three-red-kites',
      'Press Ctrl-C to stop.',
    ]);
    expect(lives((await recordOf('web'))?.pid)).toBe(true);

    stack.interrupt();
    expect(await stack.exitCode).toBe(0);
    expect(stack.complained).toEqual([]);
    await expectEnded('stand-ins', 'web');
  });

  it('gives the web server the addresses of the stand-ins and the generated secrets', async () => {
    const stack = await startStack();
    await stack.settled;
    const secrets = JSON.parse(await readFile(path.join(root, '.data', 'secrets.json'), 'utf8'));
    const web = await recordOf('web');
    expect(web?.env).toMatchObject({
      DATABASE_URL: 'mongodb://127.0.0.1:1/infra_mind',
      INNGEST_BASE_URL: 'http://127.0.0.1:2',
      INNGEST_SIGNING_KEY: secrets.inngestSigningKey,
      INNGEST_EVENT_KEY: secrets.inngestEventKey,
      INNGEST_SERVE_ORIGIN: `http://127.0.0.1:${port}`,
      NEXTAUTH_SECRET: secrets.authSecret,
      NEXTAUTH_URL: `http://127.0.0.1:${port}`,
      DEMO_PASSWORD: secrets.demoPassword,
      INFRA_MIND_DATA: path.join(root, '.data'),
      INFRA_MIND_MODE: 'local',
      NEXT_TELEMETRY_DISABLED: '1',
    });
    expect((await recordOf('stand-ins'))?.args).toEqual(['--database', '--executor']);
    stack.interrupt();
    await stack.exitCode;
  });

  it('starts only the stand-ins that the environment leaves open', async () => {
    const stack = await startStack({ env: { DATABASE_URL: 'mongodb://db.example', INNGEST_DEV: '0' } });
    await stack.settled;
    expect((await recordOf('stand-ins'))?.args).toEqual(['--executor']);
    expect((await recordOf('web'))?.env).not.toHaveProperty('INNGEST_DEV');
    stack.interrupt();
    await stack.exitCode;
  });

  it('starts the web server alone when everything is configured', async () => {
    const stack = await startStack({ env: { DATABASE_URL: 'mongodb://db.example', INNGEST_DEV: '1' } });
    await stack.settled;
    expect(await recordOf('stand-ins')).toBeUndefined();
    expect((await recordOf('web'))?.env).toMatchObject({
      DATABASE_URL: 'mongodb://db.example',
      INNGEST_DEV: '1',
    });
    stack.interrupt();
    expect(await stack.exitCode).toBe(0);
  });

  it('kills a process that does not end when asked', async () => {
    const stack = await startStack({ web: `${webThatWorks} process.on('SIGTERM', () => {});`, graceMs: 100 });
    await stack.settled;
    stack.interrupt();
    expect(await stack.exitCode).toBe(0);
    await expectEnded('stand-ins', 'web');
  });

  it('frees the data directory for the next start, which keeps the secrets', async () => {
    const signIns = [];
    for (let at = 0; at < 2; at += 1) {
      const stack = await startStack();
      await stack.settled;
      signIns.push(stack.said[1]);
      stack.interrupt();
      expect(await stack.exitCode).toBe(0);
    }
    expect(signIns[0]).toMatch(/^Demo sign-in/);
    expect(signIns[1]).toBe(signIns[0]);
  });
});

describe('a start that fails', () => {
  it('passes on the sentence of stand-ins that refuse, and starts no web server', async () => {
    const sentence = 'The database file .data/infra_mind.sqlite is damaged: restore it from a backup.';
    const stack = await startStack({
      standIns: `${recordItself('stand-ins')} console.log(JSON.stringify({ error: ${JSON.stringify(sentence)} })); process.exitCode = 1;`,
    });
    expect(await stack.exitCode).toBe(1);
    expect(stack.complained).toEqual([sentence]);
    expect(await recordOf('web')).toBeUndefined();
  });

  it('passes on the sentence of stand-ins that refuse later, for example an option of a function', async () => {
    const sentence = 'Function run uses throttle, which the embedded job executor does not support.';
    const stack = await startStack({
      standIns: `${standInsThatWork}
        const refuse = () => console.log(JSON.stringify({ error: ${JSON.stringify(sentence)} }));
        createServer(refuse).listen(process.env.RECORDS + '/refuse.sock');`,
    });
    await stack.settled;
    connect(path.join(root, 'refuse.sock')).end('GET / HTTP/1.0\r\n\r\n');
    expect(await stack.exitCode).toBe(1);
    expect(stack.complained).toEqual([sentence]);
    await expectEnded('stand-ins', 'web');
  });

  it('names the process that dies before it is ready, with its last lines', async () => {
    const stack = await startStack({ standIns: `console.error('no such module'); process.exit(3);` });
    expect(await stack.exitCode).toBe(1);
    expect(stack.complained[0]).toContain('no such module');
    expect(stack.complained.at(-1)).toMatch(/^The embedded database stopped unexpectedly \(exit code 3\)/);
  });

  it('names the process that dies later, and stops the other', async () => {
    const stack = await startStack();
    await stack.settled;
    await expect(fetch(`http://127.0.0.1:${port}/die`)).rejects.toThrow(TypeError);
    expect(await stack.exitCode).toBe(1);
    expect(stack.complained).toEqual([
      '  out of memory',
      expect.stringMatching(
        /^The web server stopped unexpectedly \(exit code 7\), so everything was stopped/,
      ),
    ]);
    await expectEnded('stand-ins', 'web');
  });

  it('stops everything when the database is killed, even without a word', async () => {
    const stack = await startStack();
    await stack.settled;
    process.kill((await recordOf('stand-ins'))?.pid ?? Number.NaN, 'SIGKILL');
    expect(await stack.exitCode).toBe(1);
    expect(stack.complained.at(-1)).toMatch(/^The embedded database stopped unexpectedly \(signal SIGKILL\)/);
    await expectEnded('stand-ins', 'web');
  });

  it('gives up on a web server that never answers', async () => {
    const stack = await startStack({ web: `${recordItself('web')} keepRunning();`, readyLimitMs: 1000 });
    expect(await stack.exitCode).toBe(1);
    expect(stack.complained.at(-1)).toMatch(/^The web server did not answer within 1 seconds/);
    await expectEnded('stand-ins', 'web');
  });

  it('checks the port before it installs or builds', async () => {
    const other = createServer();
    await new Promise((resolve) => {
      other.listen(port, '127.0.0.1', () => resolve(undefined));
    });
    const stack = await startStack({ install: () => Promise.reject(new Error('was called')) });
    expect(await stack.exitCode).toBe(1);
    expect(stack.complained).toEqual([
      expect.stringMatching(/^Port \d+ is already taken by another program/),
    ]);
    await new Promise((resolve) => {
      other.close(resolve);
    });
  });

  it('is refused on a data directory that another start uses, and told where that one serves', async () => {
    const first = await startStack();
    await first.settled;
    const second = await startStack({ env: { PORT: String(await freePort()) } });
    expect(await second.exitCode).toBe(1);
    expect(second.complained).toEqual([
      expect.stringMatching(
        new RegExp(`^Infra Mind already runs on .*\\(process ${process.pid}, http://127.0.0.1:${port}\\)`),
      ),
    ]);
    first.interrupt();
    expect(await first.exitCode).toBe(0);
  });

  it('does not install or build while another start does', async () => {
    const release = await acquireLock(path.join(root, '.infra-mind.lock'), 'building');
    const stack = await startStack();
    expect(await stack.exitCode).toBe(1);
    expect(stack.complained).toEqual([
      expect.stringMatching(/^Another start \(process \d+\) is installing or building/),
    ]);
    release();
  });

  it.each([
    [
      'an installation that is refused',
      { install: () => Promise.reject(new StartProblem('The npm registry does not answer.')) },
      'The npm registry does not answer.',
    ],
    [
      'a build that fails',
      { build: () => Promise.reject(new StartProblem('The build failed: read why.')) },
      'The build failed: read why.',
    ],
    [
      'a full disk',
      {
        build: () =>
          Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: '/srv/.next' })),
      },
      'The disk is full (/srv/.next): free some space, then start again; nothing that was saved before is lost.',
    ],
    [
      'an old Node.js',
      { nodeVersion: '18.20.4' },
      'Infra Mind needs Node.js 20 or newer, and this is 18.20.4: install a newer one from https://nodejs.org, then start again.',
    ],
  ])('tells %s in one sentence', async (_, scene, sentence) => {
    const stack = await startStack(scene);
    expect(await stack.exitCode).toBe(1);
    expect(stack.complained).toEqual([sentence]);
    expect(await recordOf('stand-ins')).toBeUndefined();
  });
});

describe('an interruption', () => {
  it('during the build ends the start without a complaint', async () => {
    const interruption = new AbortController();
    const stack = await startStack({
      interruption,
      build: async () => {
        interruption.abort();
        interruption.signal.throwIfAborted();
      },
    });
    expect(await stack.exitCode).toBe(0);
    expect(stack.complained).toEqual([]);
  });

  it('while the stand-ins warm up ends them', async () => {
    const stack = await startStack({
      standIns: `${recordItself('stand-ins')} keepRunning();`,
    });
    await expect.poll(() => recordOf('stand-ins')).toBeDefined();
    stack.interrupt();
    expect(await stack.exitCode).toBe(0);
    await expectEnded('stand-ins');
    expect(await recordOf('web')).toBeUndefined();
  });
});
