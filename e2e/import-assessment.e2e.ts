import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { newEngagement } from './new-assessment.ts';
import { signIn } from './sign-in.ts';

const example = new URL('../examples/support-saas.json', import.meta.url);

/** A valid assessment of exactly so many bytes: JSON allows any space after it. */
async function paddedTo(bytes: number): Promise<Buffer> {
  const json = await readFile(example);
  return Buffer.concat([json, Buffer.alloc(bytes - json.length, ' ')]);
}

async function importFile(page: Page, buffer: Buffer): Promise<void> {
  await page.getByRole('button', { name: 'Import JSON' }).click();
  const file = { name: 'assessment.json', mimeType: 'application/json', buffer };
  await page.getByLabel('File').setInputFiles(file);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
}

test.beforeEach(async ({ page }) => {
  await signIn(page);
  await newEngagement(page, 'Import');
});

test('a file of just under 2 MB is imported', { tag: '@any-width' }, async ({ page }) => {
  await importFile(page, await paddedTo(1_999_999));
  await page.waitForURL(/\/assessments\/\w+/);
});

test(
  'a larger file is refused beside its field, and is not sent at all',
  { tag: '@any-width' },
  async ({ page }) => {
    const engagement = page.url();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    await importFile(page, await paddedTo(2_500_000));
    await expect(page.getByRole('alert').filter({ hasText: 'The file is larger than 2 MB.' })).toBeVisible();
    expect(page.url()).toBe(engagement);
    expect(sent).toEqual([]);
  },
);
