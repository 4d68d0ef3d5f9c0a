import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{lib,embedded,inngest,simulator,catalogue,cli,app,components}/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
  },
});
