import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { strayNumbersOnPage } from './numbers/on-page.ts';
import { strayNumbersInReport, textsOfReport } from './numbers/in-report.ts';
import { type Vocabulary, vocabularyOf } from './numbers/vocabulary.ts';

const example = new URL('../examples/clinical-notes.json', import.meta.url);
const password = 'eleven-grey-herons-wading';

test('from registering to the PDF in the hand', async ({ page }) => {
  test.setTimeout(180_000);
  const vocabulary = await vocabularyOf(example);
  await test.step('register', async () => {
    await page.goto('/register');
    await page.getByLabel('Consultancy').fill('Walkers');
    await page.getByLabel('Your name').fill('Walking Owner');
    await page.getByLabel('E-mail').fill(`walker-${randomUUID()}@example.com`);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Register' }).click();
    await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
    await expectNoStrayNumber(page, vocabulary);
  });

  await test.step('create a client and an engagement', async () => {
    await page.getByRole('link', { name: 'Clients' }).first().click();
    await createByDialog(page, 'New client', 'Saltmarsh Hospital Trust');
    await createByDialog(page, 'New engagement', 'Dictation on the wards');
    await expectNoStrayNumber(page, vocabulary);
  });

  await test.step('import the assessment', async () => {
    await page.getByRole('button', { name: 'Import JSON' }).click();
    await page.getByLabel('File').setInputFiles(fileURLToPath(example));
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.waitForURL(/\/assessments\/\w+/);
    await expectNoStrayNumber(page, vocabulary);
  });

  await test.step('start the analysis and watch the specialists', async () => {
    await page.getByRole('button', { name: 'Start analysis' }).click();
    await page.waitForURL(/\/runs\/\w+/);
    await expect(page.getByRole('list', { name: 'Specialists' }).locator('> li')).toHaveCount(4);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'The answer first' })).toBeVisible({ timeout: 60_000 });
    await expectNoStrayNumber(page, vocabulary);
  });

  await test.step('see what the options cost and where a figure comes from', async () => {
    const options = page.locator('#options');
    await expect(options.locator('[data-figure]').first()).toBeVisible();
    expect(await options.locator('[data-figure]').count()).toBeGreaterThan(5);
    await page.locator('#answer [data-figure]').first().hover();
    const panel = page.getByRole('dialog');
    await expect(panel).toContainText('How it is computed');
    await expectNoStrayNumber(page, vocabulary);
  });

  await test.step('every number of the PDF is a figure, a name, a quotation or an interface number', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download PDF' }).click({ timeout: 60_000 });
    const bytes = await readFile(await (await download).path());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const pages = await textsOfReport(bytes);
    expect(pages.join(' ')).toContain(vocabulary.ledgerHash.slice(0, 16));
    expect(strayNumbersInReport(pages, vocabulary)).toEqual([]);
  });
});

async function createByDialog(page: Page, button: string, name: string): Promise<void> {
  await page.getByRole('button', { name: button }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(name);
  await dialog.getByRole('button', { name: /create|add/i }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function expectNoStrayNumber(page: Page, { names, assumed }: Vocabulary): Promise<void> {
  expect.soft(await strayNumbersOnPage(page, [...names, ...assumed]), page.url()).toEqual([]);
}
