// `npm run e2e` starts from an empty database every time.
import { rm } from 'node:fs/promises';
import { browserStack } from './browser-stack.mjs';

await rm(browserStack.dataDirectory, { recursive: true, force: true });
