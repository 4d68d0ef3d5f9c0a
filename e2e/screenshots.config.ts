import { defineConfig } from '@playwright/test';
import browserTests from '../playwright.config.ts';

/** `npm run screenshots`: every screen into `screenshots/`, at desktop and phone width, light and dark. */
export default defineConfig({
  ...browserTests,
  testDir: '.',
  testMatch: 'screens.shots.ts',
  timeout: 300_000,
  outputDir: '../test-results/screenshots',
  projects: [{ name: 'screens' }],
});
