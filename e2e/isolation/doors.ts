import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ModuleItem, parseSync, type Statement } from '@swc/core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Every way into the product that the sources open, by its name in the manifest. */
export type Doors = {
  /** `GET /api/runs/[runId]/report` */
  routes: string[];
  /** `/clients/[clientId]` */
  pages: string[];
  /** `app/(workspace)/clients/actions.ts#createClientAction` */
  actions: string[];
  /** `lib/usecases/client/create-client.ts#createClient` */
  useCases: string[];
};

/** Reads the doors from the tree of sources, so that none can be forgotten. Throws for a server action that is not of a file of actions. */
export async function readDoors(): Promise<Doors> {
  const app = sourcesUnder('app');
  const actionFiles = [...app, ...sourcesUnder('components'), ...sourcesUnder('lib')].filter(isActionFile);
  return {
    routes: app
      .filter((file) => path.basename(file) === 'route.ts')
      .flatMap((file) =>
        exportsOf(file)
          .filter((name) => methods.has(name))
          .map((method) => `${method} ${urlOf(file)}`),
      )
      .toSorted(),
    pages: app
      .filter((file) => path.basename(file) === 'page.tsx')
      .map(urlOf)
      .toSorted(),
    actions: actionFiles.flatMap((file) => exportsOf(file).map((name) => `${file}#${name}`)).toSorted(),
    useCases: await useCasesOf([...sourcesUnder('lib/usecases'), ...sourcesUnder('lib/auth')]),
  };
}

/** The exported functions that carry an action of the policy table. */
async function useCasesOf(files: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    files.map(async (file) => {
      const exported: unknown = await import(path.join(root, file));
      return Object.entries(Object(exported))
        .filter(([, value]) => typeof value === 'function' && 'action' in value)
        .map(([name]) => `${file}#${name}`);
    }),
  );
  return found.flat().toSorted();
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`);
}

/** Whether the file begins with the directive. An action inside another function would escape this list, so it is refused. */
function isActionFile(file: string): boolean {
  const source = readFileSync(path.join(root, file), 'utf8');
  if (!/['"]use server['"]/.test(source)) return false;
  const [first] = bodyOf(file);
  if (first?.type === 'ExpressionStatement' && isDirective(first)) return true;
  throw new Error(`${file} has a server action outside a file of actions.`);
}

function isDirective({ expression }: Extract<Statement, { type: 'ExpressionStatement' }>): boolean {
  return expression.type === 'StringLiteral' && expression.value === 'use server';
}

function exportsOf(file: string): string[] {
  return bodyOf(file).flatMap((item) => {
    if (item.type === 'ExportDeclaration') {
      const { declaration } = item;
      if (declaration.type === 'FunctionDeclaration') return [declaration.identifier.value];
      if (declaration.type !== 'VariableDeclaration') return [];
      return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.value] : []));
    }
    if (item.type !== 'ExportNamedDeclaration') return [];
    return item.specifiers.flatMap((specifier) =>
      specifier.type === 'ExportSpecifier' ? [(specifier.exported ?? specifier.orig).value] : [],
    );
  });
}

function bodyOf(file: string): readonly ModuleItem[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  return parseSync(source, { syntax: 'typescript', tsx: file.endsWith('.tsx') }).body;
}

/** The path that a page or a route answers: `/clients/[clientId]` for `app/(workspace)/clients/[clientId]/page.tsx`. */
export function urlOf(file: string): string {
  const segments = path
    .dirname(file)
    .split('/')
    .slice(1)
    .filter((segment) => !segment.startsWith('('));
  return `/${segments.join('/')}`;
}
