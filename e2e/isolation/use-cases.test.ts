import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../test/data/databases.ts';
import { type Actor, roles } from '#lib/domain/access/actor.ts';
import { type Action, allows, policy } from '#lib/domain/access/policy.ts';
import { AppError } from '#lib/errors.ts';
import type { App } from '#lib/usecases/app.ts';
import { everyDocument } from './every-document.ts';
import { type Ids, idsOfNothing, withoutIds } from './ids.ts';
import { useCases } from './manifest.ts';
import { twoOrganisations, type World } from './two-organisations.ts';

type Door = { action: Action; call: (app: App, actor: Actor, input: unknown) => unknown };

const databases = useTestDatabases();
const root = path.join(import.meta.dirname, '../..');
const names = Object.keys(useCases);
const entryOf = (name: string) => {
  const entry = useCases[name];
  if (entry === undefined) throw new Error(`${name} is not in the manifest.`);
  return entry;
};

async function doorOf(name: string): Promise<Door> {
  const [file = '', exported = ''] = name.split('#');
  const exports: unknown = await import(path.join(root, file));
  const call: unknown = Object(exports)[exported];
  const action = typeof call === 'function' && 'action' in call ? call.action : undefined;
  if (typeof call !== 'function' || !isAction(action)) throw new Error(`${name} is not a use case.`);
  return { action, call: (app, actor, input) => call(app, actor, input) };
}

function isAction(action: unknown): action is Action {
  return action === 'run:work' || (typeof action === 'string' && Object.hasOwn(policy, action));
}

/** What comes back, in a form that can be compared: the value, or all that a refusal tells. */
async function answerTo(door: Door, app: App, actor: Actor, input: unknown): Promise<string> {
  try {
    return JSON.stringify({ value: await door.call(app, actor, input) });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, say, problems } = error;
    return JSON.stringify({ code, say, problems });
  }
}

/** The caller of a use case who names things by these ids. A run that is named is who calls. */
function callerIn(world: World, name: string, ids: Ids): Actor {
  const { members, run } = world.own;
  if (entryOf(name).action !== 'run:work') return members.owner;
  return run.kind === 'run' ? { ...run, runId: ids.runId } : run;
}

describe("with another organisation's ids", () => {
  let world: World;
  beforeAll(async () => {
    world = await twoOrganisations(await databases.fresh());
  });

  it.each(names)('%s answers as for ids of nothing, and changes nothing', async (name) => {
    const door = await doorOf(name);
    const { inputs, action } = entryOf(name);
    const nothing = idsOfNothing();
    const asked = inputs(world.foreign.ids);
    for (const [index, input] of asked.entries()) {
      const counterpart = inputs(nothing)[index];
      if (action !== 'run:work' && JSON.stringify(input) === JSON.stringify(counterpart)) continue;
      const before = await everyDocument(world.app.db);
      const foreign = await answerTo(door, world.app, callerIn(world, name, world.foreign.ids), input);
      const none = await answerTo(door, world.app, callerIn(world, name, nothing), counterpart);
      expect(withoutIds(foreign, world.foreign.ids)).toBe(withoutIds(none, nothing));
      expect(await everyDocument(world.app.db)).toEqual(before);
    }
  });
});

describe('by role', () => {
  let world: World;
  beforeAll(async () => {
    world = await twoOrganisations(await databases.fresh());
  });

  it.each(names)('%s refuses who is not allowed, before it does anything', async (name) => {
    const door = await doorOf(name);
    expect(door.action).toBe(entryOf(name).action);
    const { members, run } = world.own;
    const refused = [...roles.map((role) => members[role]), run].filter(
      (actor) => !allows(actor, door.action),
    );
    expect(refused.length).toBeGreaterThan(0);
    const before = await everyDocument(world.app.db);
    for (const actor of refused)
      for (const input of entryOf(name).inputs(world.own.ids))
        expect(await answerTo(door, world.app, actor, input)).toContain('"code":"not-allowed"');
    expect(await everyDocument(world.app.db)).toEqual(before);
  });
});

describe('with the own ids', () => {
  let world: World;
  beforeAll(async () => {
    world = await twoOrganisations(await databases.fresh());
  });

  it.each(names)('%s lets in who is allowed, and neither shows nor touches what is theirs', async (name) => {
    const { foreign, own, app } = world;
    const theirIds = Object.values(foreign.ids).filter((id) => !Object.values(own.ids).includes(id));
    const theirs = async () =>
      (await everyDocument(app.db)).filter((document) => theirIds.some((id) => document.includes(id)));
    const door = await doorOf(name);
    const before = await theirs();
    for (const input of entryOf(name).inputs(own.ids)) {
      const answer = await answerTo(door, app, callerIn(world, name, own.ids), input);
      expect(answer).not.toMatch(/"code":"(not-allowed|not-found|invalid-input|internal|unavailable)"/);
      expect(theirIds.filter((id) => answer.includes(id))).toEqual([]);
    }
    expect(await theirs()).toEqual(before);
  });
});
