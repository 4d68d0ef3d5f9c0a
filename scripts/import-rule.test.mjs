import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forbiddenImports } from './import-rule.mjs';

/** @type {string} */
let root;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'import-rule-'));
  await plant('package.json', JSON.stringify({ name: 'planted', type: 'module', imports: { '#*': './*' } }));
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

/** @param {string} file @param {string} text */
async function plant(file, text) {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
}

describe('the import rule', () => {
  it('accepts imports that go downward', async () => {
    await plant('lib/errors.ts', 'export class AppError extends Error {}');
    await plant(
      'lib/domain/figure.ts',
      "import { AppError } from '#lib/errors.ts'; import { createHash } from 'node:crypto'; export const figure = [AppError, createHash];",
    );
    await plant(
      'lib/data/ledger.ts',
      "import { MongoClient } from 'mongodb'; import { figure } from '#lib/domain/figure.ts'; export const ledger = [MongoClient, figure];",
    );
    await plant(
      'lib/jobs/send.ts',
      "import { client } from '#inngest/client.ts'; import { ledger } from '#lib/data/ledger.ts'; export const send = [client, ledger];",
    );
    await plant(
      'inngest/client.ts',
      "import type { figure } from '#lib/domain/figure.ts'; export const client: typeof figure = [];",
    );
    await plant(
      'lib/usecases/run/start-run.ts',
      "import { send } from '#lib/jobs/send.ts'; export const startRun = send;",
    );
    await plant('lib/env.ts', 'export const env = {};');
    await plant(
      'lib/composition.ts',
      "import { env } from './env.ts'; import { startRun } from './usecases/run/start-run.ts'; export const built = [env, startRun];",
    );
    await plant(
      'app/page.tsx',
      "import { built } from '#lib/composition.ts'; export default function Page() { return <p>{built.length}</p>; }",
    );
    await plant('lib/specialists/cto/facts.ts', 'export const facts = 1;');
    await plant(
      'lib/specialists/cto/brief.ts',
      "import { facts } from './facts.ts'; export const brief = facts;",
    );
    await plant(
      'lib/specialists/registry.ts',
      "import { brief } from './cto/brief.ts'; export const registry = [brief];",
    );
    await plant('embedded/mongo/server.ts', "import 'mingo'; export const startMongo = 1;");
    await plant(
      'lib/data/ledger.test.ts',
      "import { startMongo } from '#embedded/mongo/server.ts'; export const test = startMongo;",
    );

    expect(await forbiddenImports(root)).toEqual([]);
  });

  it.each([
    ['errors-stand-alone', 'lib/errors.ts', "import 'zod'; export const e = 1;"],
    [
      'domain-is-pure',
      'lib/domain/a.ts',
      "import { readFile } from 'node:fs/promises'; export const a = readFile;",
    ],
    ['domain-is-pure', 'lib/domain/a.ts', "import type { T } from '#lib/data/target.ts'; export type A = T;"],
    [
      'domain-imports-downward-only',
      'lib/domain/a.ts',
      "export const a = () => import('../data/target.ts');",
    ],
    [
      'render-imports-downward-only',
      'lib/render/a.ts',
      "import type { T } from '#lib/llm/target.ts'; export type A = T;",
    ],
    [
      'data-imports-downward-only',
      'lib/data/a.ts',
      "import type { T } from '#inngest/target.ts'; export type A = T;",
    ],
    [
      'auth-imports-downward-only',
      'lib/auth/a.ts',
      "import type { T } from '#lib/env.ts'; export type A = T;",
    ],
    [
      'every-folder-has-a-layer',
      'lib/helpers/a.ts',
      "import type { T } from '#lib/domain/target.ts'; export type A = T;",
    ],
    [
      'environment-stands-alone',
      'lib/env.ts',
      "import type { T } from '#lib/domain/target.ts'; export type A = T;",
    ],
    [
      'composition-imports-downward-only',
      'lib/composition.ts',
      "import type { T } from '#lib/http/target.ts'; export type A = T;",
    ],
    ['database-packages', 'lib/usecases/a.ts', "import { ObjectId } from 'bson'; export const a = ObjectId;"],
    [
      'database-packages',
      'app/a.ts',
      "import type { MongoClient } from 'mongodb'; export type A = MongoClient;",
    ],
    [
      'database-packages',
      'embedded/inngest/a.ts',
      "import mongo from '@prisma/orm-mongo/runtime'; export const a = mongo;",
    ],
    [
      'database-contract',
      'lib/usecases/a.ts',
      "import type { T } from '#prisma/target.ts'; export type A = T;",
    ],
    ['one-door', 'app/a.ts', "import type { T } from '#lib/data/target.ts'; export type A = T;"],
    [
      'components-are-presentation',
      'components/a.ts',
      "import type { T } from '#lib/usecases/target.ts'; export type A = T;",
    ],
    [
      'specialists-by-registry',
      'lib/usecases/a.ts',
      "import type { T } from '#lib/specialists/cto/target.ts'; export type A = T;",
    ],
    [
      'specialists-by-registry',
      'lib/specialists/cloud/a.ts',
      "import type { T } from '#lib/specialists/cto/target.ts'; export type A = T;",
    ],
    ['environment-at-the-edge', 'inngest/a.ts', "import type { T } from '#lib/env.ts'; export type A = T;"],
    [
      'stand-ins-stay-outside',
      'lib/composition.ts',
      "import type { T } from '#embedded/mongo/target.ts'; export type A = T;",
    ],
    [
      'stand-ins-stay-outside',
      'app/a.ts',
      "import type { T } from '#simulator/target.ts'; export type A = T;",
    ],
    [
      'embedded-stands-alone',
      'embedded/mongo/a.ts',
      "import type { T } from '#lib/domain/target.ts'; export type A = T;",
    ],
    [
      'embedded-stands-alone',
      'embedded/mongo/a.ts',
      "import type { T } from '#embedded/inngest/target.ts'; export type A = T;",
    ],
    [
      'entries-are-not-imported',
      'lib/composition.ts',
      "import type { T } from '#cli/target.ts'; export type A = T;",
    ],
    [
      'nothing-imports-a-test',
      'lib/data/a.ts',
      "import type { T } from './target.test.ts'; export type A = T;",
    ],
  ])('%s refuses a planted import in %s', async (rule, file, text) => {
    const imported = /'[#./]*([^']+)'/.exec(text)?.[1] ?? '';
    const target = text.includes("'./")
      ? path.join(path.dirname(file), imported)
      : imported.replace(/^data/, 'lib/data');
    if (target.endsWith('.ts')) await plant(target, 'export type T = string;');
    await plant(file, text);

    expect(await forbiddenImports(root)).toContainEqual(
      expect.stringMatching(new RegExp(`^${file} imports .* forbidden by ${rule}`)),
    );
  });

  it('refuses a cycle, also one of types only', async () => {
    await plant('lib/domain/a.ts', "import type { B } from './b.ts'; export type A = { b: B };");
    await plant('lib/domain/b.ts', "import type { A } from './a.ts'; export type B = { a?: A };");

    expect(await forbiddenImports(root)).toContainEqual(expect.stringContaining('forbidden by no-circular'));
  });
});
