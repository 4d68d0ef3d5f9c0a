import { expect, type Page } from '@playwright/test';

/** Creates a client and an engagement by hand, and returns the path of the engagement. */
export async function newEngagement(page: Page, title: string): Promise<string> {
  await page.goto('/clients');
  await create(page, 'New client', `Client of ${title}`);
  await page.waitForURL(/\/clients\/[0-9a-f]+$/);
  await create(page, 'New engagement', title);
  await page.waitForURL(/\/engagements\/[0-9a-f]+$/);
  return new URL(page.url()).pathname;
}

/** Creates an empty assessment by hand, and returns its path. */
export async function newAssessment(page: Page, engagement: string, title: string): Promise<string> {
  await page.goto(engagement);
  await create(page, 'New assessment', title);
  await page.waitForURL(/\/assessments\/[0-9a-f]+$/);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function create(page: Page, button: string, name: string): Promise<void> {
  await page.getByRole('button', { name: button }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(name);
  await dialog.locator('button[type=submit]').click();
}
