import type { Page } from '@playwright/test';
import { browserStack } from '../scripts/browser-stack.mjs';

/** Signs the page in with the demo account and waits for the workspace. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(browserStack.demoEmail);
  await page.getByLabel('Password').fill(browserStack.demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}
