import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { signIn } from './sign-in.ts';

const example = fileURLToPath(new URL('../examples/support-saas.json', import.meta.url));
const wcag = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Imports the example into the first engagement and starts its analysis; ends on the page of the run. */
async function startRunOfExample(page: Page): Promise<void> {
  await signIn(page);
  await page.goto('/');
  await page.getByRole('list', { name: 'Engagements' }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Import JSON' }).click();
  await page.getByLabel('File').setInputFiles(example);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL(/\/assessments\/\w+/);
  await page.getByRole('button', { name: 'Start analysis' }).click();
  await page.waitForURL(/\/runs\/\w+/);
}

const result = (page: Page): Locator => page.getByRole('heading', { name: 'The answer first' });
const panel = (page: Page): Locator => page.getByRole('dialog');

async function expectNoAxeViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)).toEqual(
    [],
  );
}

test('an analysis is followed to its result, each figure leads to its source, and the PDF is there', async ({
  page,
  isMobile,
}) => {
  // One run, looked at from every side: each takes a full pass of axe over hundreds of figures.
  test.slow();
  await startRunOfExample(page);

  await test.step('a reload in the middle loses nothing', async () => {
    await page.reload();
    await expect(result(page)).toBeVisible({ timeout: 30_000 });
    await page.getByText('How the analysis went').click();
    const specialists = page.getByRole('list', { name: 'Specialists' }).locator('> li');
    await expect(specialists).toHaveCount(4);
    for (const specialist of await specialists.all())
      await expect(specialist).toContainText(
        /done: .*Facts reached.*Brief reached.*Gate reached.*Stored reached/,
      );
  });

  await test.step('the PDF comes without a reload', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download PDF' }).click({ timeout: 30_000 });
    const file = await (await download).path();
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  await test.step('the section list leads to every section', async () => {
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Sources' }).click();
    await expect(page).toHaveURL(/#sources$/);
    await expect(page.getByRole('heading', { name: 'Sources' })).toBeInViewport();
  });

  const figure = page.locator('#answer [data-figure]').first();

  await test.step('a figure opens under the pointer or the finger, and closes', async () => {
    await (isMobile ? figure.tap() : figure.hover());
    await expect(panel(page)).toContainText('Computed');
    await expect(panel(page)).toContainText('80 % band');
    await (isMobile ? page.getByRole('button', { name: 'Close' }).tap() : page.mouse.move(0, 0));
    await expect(panel(page)).toBeHidden();
  });

  await test.step('by keyboard it is followed down to a price row, and back', async () => {
    await figure.press('Enter');
    await openInput(page, 'Tokens read by the model');
    await openInput(page, /List price/);
    await expect(panel(page)).toContainText('Source');
    await expect(panel(page)).toContainText(/As of 20\d\d-\d\d/);
    await expectNoAxeViolation(page);
    await page.getByRole('button', { name: 'Back' }).press('Enter');
    await expect(panel(page)).toContainText('How it is computed');
    await page.keyboard.press('Escape');
    await expect(panel(page)).toBeHidden();
    await expect(figure).toBeFocused();
  });

  await test.step('no accessibility violation in either theme, and nothing wider than the page', async () => {
    await page
      .locator('details')
      .evaluateAll((disclosures) => disclosures.forEach((each) => each.setAttribute('open', '')));
    // The colours are the same at any width, so the phone looks at one theme.
    for (const colorScheme of isMobile ? (['dark'] as const) : (['light', 'dark'] as const)) {
      await page.emulateMedia({ colorScheme });
      await expectNoAxeViolation(page);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

async function openInput(page: Page, name: string | RegExp): Promise<void> {
  const input = panel(page).locator('[data-figure-input]').filter({ hasText: name }).first();
  const id = await input.getAttribute('data-figure-input');
  await input.press('Enter');
  await expect(panel(page).locator('[data-figure-panel]')).toHaveAttribute('data-figure-panel', id ?? '');
}
