// Completes package-lock.json after every change, so that `npm ci` accepts it everywhere: `npm run lock`.
import { readFile, writeFile } from 'node:fs/promises';
import { addPlatformStubs } from './platform-stubs.mjs';

const file = process.argv[2] ?? 'package-lock.json';
const { lock, added, unrecognised } = addPlatformStubs(JSON.parse(await readFile(file, 'utf8')));

const hosts = Object.entries(lock.packages).filter(([, entry]) => 'resolved' in entry);
if (hosts.length > 0) {
  console.error(
    `${file} names the registry it was made with (${hosts[0]?.[0]}). Set omit-lockfile-registry-resolved=true.`,
  );
  process.exit(1);
}
await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${file}: ${added.length} platform packages added.`);
if (unrecognised.length > 0)
  console.log(`No platform can be read from the name of: ${unrecognised.join(', ')}`);
