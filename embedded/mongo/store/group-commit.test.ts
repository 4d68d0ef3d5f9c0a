import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { GroupCommit } from './group-commit.ts';

type SharedDatabase = {
  commits: GroupCommit;
  add: (id: number, parent: number) => void;
  ids: () => number[];
  rollbacks: () => number;
};

/** A commit fails here when a child without its parent was written: SQLite checks deferred keys at the end. */
function sharedDatabase(): SharedDatabase {
  const database = new DatabaseSync(':memory:');
  onTestFinished(() => database.close());
  database.exec(`PRAGMA foreign_keys = ON;
    CREATE TABLE rows (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES rows (id) DEFERRABLE INITIALLY DEFERRED)`);
  let rollbacks = 0;
  const commits = new GroupCommit(database, {
    onRollback: () => {
      rollbacks += 1;
    },
    onCommit: () => {},
  });
  const insert = database.prepare('INSERT INTO rows (id, parent) VALUES (?, ?)');
  return {
    commits,
    add: (id, parent) => {
      insert.run(id, parent);
    },
    ids: () =>
      database
        .prepare('SELECT id FROM rows ORDER BY id')
        .all()
        .map((row) => Number(row['id'])),
    rollbacks: () => rollbacks,
  };
}

describe('commands that share a commit', () => {
  it('are settled once their batch is committed', async () => {
    const { commits, add, ids } = sharedDatabase();
    commits.write(() => add(1, 1));
    const settled = [commits.settled(), commits.settled()];
    commits.write(() => add(2, 1));
    await Promise.all(settled);
    expect(ids()).toEqual([1, 2]);
    await expect(commits.settled()).resolves.toBeUndefined();
  });

  it('lose only their own rows when one of them fails', async () => {
    const { commits, add, ids, rollbacks } = sharedDatabase();
    commits.write(() => add(1, 1));
    const failing = (): void =>
      commits.write(() => {
        add(2, 1);
        throw new Error('not this one');
      });
    expect(failing).toThrow('not this one');
    commits.write(() => add(3, 1));
    await commits.settled();
    expect(ids()).toEqual([1, 3]);
    expect(rollbacks()).toBe(1);
  });

  it('all fail, and leave nothing, when the commit fails; the next batch is a new one', async () => {
    const { commits, add, ids, rollbacks } = sharedDatabase();
    commits.write(() => add(1, 1));
    const first = commits.settled();
    commits.write(() => add(2, 99));
    const second = commits.settled();
    const outcomes = await Promise.allSettled([first, second]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(ids()).toEqual([]);
    expect(rollbacks()).toBe(1);
    commits.write(() => add(3, 3));
    await commits.settled();
    expect(ids()).toEqual([3]);
  });

  it('leave nothing when they only try something out', async () => {
    const { commits, add, ids } = sharedDatabase();
    const seen = commits.tryOut(() => {
      add(1, 1);
      return ids();
    });
    await commits.settled();
    expect(seen).toEqual([1]);
    expect(ids()).toEqual([]);
  });
});
