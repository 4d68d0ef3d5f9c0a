import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{lib,embedded,inngest,simulator,catalogue,cli,app,components,scripts,bench,eval,e2e}/**/*.test.{ts,tsx,mjs}',
      'test/**/*.test.ts',
    ],
    environment: 'node',
    // The default leaves one core idle, which on two cores is half of them.
    maxWorkers: '100%',
    testTimeout: 20_000,
  },
});
