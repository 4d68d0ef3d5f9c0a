import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { urlOf } from './doors.ts';

/** A server action as the build has it: the id that a request names, and a page that has it. */
type BuiltAction = { id: string; page: string };

const manifest = z.object({
  node: z.record(
    z.string(),
    z.object({
      exportedName: z.string(),
      filename: z.string(),
      workers: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** The server actions of the production build, by the name that the manifest of doors gives them. */
export async function readBuiltActions(): Promise<Map<string, BuiltAction>> {
  const file = new URL('../../.next/server/server-reference-manifest.json', import.meta.url);
  const { node } = manifest.parse(JSON.parse(await readFile(file, 'utf8')));
  return new Map(
    Object.entries(node).map(([id, { exportedName, filename, workers }]) => {
      const [page = ''] = Object.keys(workers).toSorted((a, b) => a.length - b.length);
      return [`${filename}#${exportedName}`, { id, page: urlOf(page) }];
    }),
  );
}

/**
 * The body of a request that calls an action, as React's client encodes arguments (`encodeReply`): JSON, and each form beside
 * it with its fields under the number that the JSON refers to.
 */
export function bodyOfCall(args: readonly unknown[]): string | FormData {
  const forms = args.filter((arg) => arg instanceof FormData);
  if (forms.length === 0) return JSON.stringify(args);
  const body = new FormData();
  for (const [index, form] of forms.entries())
    for (const [name, value] of form) body.append(`_${index + 1}_${name}`, value);
  const encoded = args.map((arg) => (arg instanceof FormData ? `$K${forms.indexOf(arg) + 1}` : arg));
  body.append('0', JSON.stringify(encoded));
  return body;
}

/** A form with these fields. */
export function formOf(fields: Readonly<Record<string, string | File>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
