import { beforeAll, describe, expect, it } from 'vitest';
import { type Doors, readDoors } from './doors.ts';
import { actions, pages, routes, useCases } from './manifest.ts';

describe('the manifest of doors', () => {
  let doors: Doors;
  beforeAll(async () => {
    doors = await readDoors();
  });

  it.each([
    ['routes', routes],
    ['pages', pages],
    ['actions', actions],
    ['useCases', useCases],
  ] as const)(
    'declares who may come in by each of the %s of the sources, and no others',
    (kind, declared) => {
      expect(Object.keys(declared).toSorted()).toEqual(doors[kind]);
    },
  );

  it('finds doors at all', () => {
    for (const found of Object.values(doors)) expect(found.length).toBeGreaterThan(4);
  });
});
