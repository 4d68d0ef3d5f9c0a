import { MongoClient } from 'mongodb';
import { startMongo } from './server.ts';

/** Started by the durability test: writes without end, and prints the `_id` of every write once it is acknowledged. */
const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('The data directory is missing.');
const server = await startMongo({ dataDir });
const items = new MongoClient(server.url).db('test').collection<{ _id: number; n: number }>('items');
await items.createIndex({ n: 1 });

async function writeFrom(first: number, step: number): Promise<never> {
  for (let id = first; ; id += step) {
    await items.insertOne({ _id: id, n: id });
    process.stdout.write(`${id}\n`);
  }
}

await Promise.all([0, 1, 2, 3].map((first) => writeFrom(first, 4)));
