import type { Store } from './store/store.ts';

/** How many expired documents one sweep deletes from one collection before it lets others in. */
const batchDocuments = 1000;

/** Deletes the documents whose TTL index says they are older than allowed. Documents without a date stay. */
export function deleteExpired(store: Store, now: Date): void {
  for (const collection of store.catalogue.list()) {
    for (const index of collection.indexes) {
      const [field] = index.fields;
      if (index.expireAfterSeconds === undefined || field === undefined) continue;
      const oldest = new Date(now.getTime() - index.expireAfterSeconds * 1000);
      const filter = { [field.name]: { $lt: oldest }, ...index.partialFilter };
      const expired = store.reader.find(collection, { filter }).take(batchDocuments).toArray();
      if (expired.length === 0) continue;
      store.commits.write(() => {
        for (const stored of expired) store.documents.remove(collection, stored);
      });
    }
  }
}
