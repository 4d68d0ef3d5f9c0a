import { defineConfig, devices } from '@playwright/test';
import { browserStack } from './scripts/browser-stack.mjs';
import { findChromium } from './scripts/chromium.mjs';

const chromium = findChromium(process.env);

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  // One worker: the tests share one stack, as one consultant's browser tabs do.
  workers: 1,
  timeout: 60_000,
  forbidOnly: process.env['CI'] !== undefined,
  outputDir: 'test-results/browser',
  reporter: [['list'], ['html', { open: 'never' }]],
  use: {
    baseURL: browserStack.address,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: [
        // Chromium's sandbox refuses to run as root, which CI containers do.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } } },
    // What goes over HTTP without a page, and the one long walk, do not depend on the width.
    {
      name: 'phone',
      use: { ...devices['Pixel 7'] },
      dependencies: ['desktop'],
      testIgnore: ['isolation/**', 'walk.e2e.ts'],
      // Nothing in these depends on the width.
      grepInvert: /@any-width/,
    },
  ],
  webServer: {
    command: 'node cli/start.mjs',
    cwd: import.meta.dirname,
    url: `${browserStack.address}/api/health`,
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stderr: 'pipe',
    env: {
      PORT: String(browserStack.port),
      INFRA_MIND_DATA: browserStack.dataDirectory,
      DEMO_PASSWORD: browserStack.demoPassword,
    },
  },
});
