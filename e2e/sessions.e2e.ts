import { expect, type Page, test } from '@playwright/test';
import { browserStack } from '../scripts/browser-stack.mjs';
import { signIn } from './sign-in.ts';

test('signing out in one tab ends the session of the other', async ({ page, context }) => {
  await signIn(page);
  const other = await context.newPage();
  await other.goto('/clients');
  await expect(other.getByRole('heading', { level: 1, name: 'Clients' })).toBeVisible();
  const [cookie] = await context.cookies();

  await signOut(page);
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);

  await test.step('and a kept cookie is worth nothing any more', async () => {
    if (cookie === undefined) throw new Error('The session had no cookie.');
    await context.addCookies([cookie]);
    await other.goto('/clients');
    await expect(other).toHaveURL(/\/sign-in/);
  });
});

test('a wrong password is refused in words that do not tell whether the account exists', async ({ page }) => {
  for (const email of [browserStack.demoEmail, 'nobody@example.com']) {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill('not-the-right-words');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('E-mail and password do not belong together.')).toBeVisible();
    await expect(page).toHaveURL(/\/sign-in/);
  }
});

async function signOut(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Sign out' });
  if (!(await button.first().isVisible())) await page.getByRole('button', { name: /menu/i }).click();
  await button.filter({ visible: true }).first().click();
  await expect(page).toHaveURL(/\/sign-in/);
}
