import { fileURLToPath } from 'node:url';

const port = Number(process.env['E2E_PORT'] ?? 3100);

/** The stack that the browser tests start: the production build, beside a running one, on data of its own. */
export const browserStack = {
  port,
  address: `http://127.0.0.1:${port}`,
  dataDirectory: fileURLToPath(new URL('../test-results/data', import.meta.url)),
  demoEmail: 'demo@infra-mind.local',
  demoPassword: 'seven-quiet-turbines',
};
