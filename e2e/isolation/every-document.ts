import type { Database } from '#lib/data/database.ts';

/** Every document of the database as text, in a fixed order, so that two moments can be compared. */
export async function everyDocument({ driver }: Database): Promise<string[]> {
  const collections = (await driver.listCollections().toArray()).map(({ name }) => name).toSorted();
  const documents = await Promise.all(
    collections.map(async (name) =>
      (
        await driver
          .collection(name)
          .find({}, { projection: shownOf(name) })
          .toArray()
      ).map((document) => `${name} ${JSON.stringify(document)}`),
    ),
  );
  return documents.flatMap((found) => found.toSorted());
}

/** The large bodies of a run's parts are left to their hashes. */
function shownOf(collection: string): Record<string, 0> {
  return collection === 'run_parts' ? { body: 0 } : {};
}
