import { fileURLToPath } from 'node:url';
import { type Browser, type Page, test } from '@playwright/test';
import { signIn } from './sign-in.ts';

const folder = fileURLToPath(new URL('../screenshots/', import.meta.url));
const widths = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const themes = ['light', 'dark'] as const;

type Width = keyof typeof widths;
type Look = { width: Width; theme: (typeof themes)[number] };

const looks: readonly Look[] = Object.keys(widths).flatMap((width) =>
  themes.map((theme) => ({ width: width === 'phone' ? 'phone' : 'desktop', theme }) as const),
);

test('every screen', async ({ browser, baseURL }) => {
  const paths = await prepare(browser);
  for (const look of looks) {
    const context = await browser.newContext({
      ...(baseURL === undefined ? {} : { baseURL }),
      viewport: widths[look.width],
      colorScheme: look.theme,
    });
    const page = await context.newPage();
    for (const path of ['/sign-in', '/register']) await shoot(page, path, look);
    await signIn(page);
    for (const path of paths) await shoot(page, path, look);
    await shootOpenFigure(page, look);
    await context.close();
  }
});

/** Analyses one demo client, so that there is something to see, and returns the paths of the screens. */
async function prepare(browser: Browser): Promise<string[]> {
  const page = await browser.newPage();
  await signIn(page);
  await page.goto('/clients');
  await page.getByRole('link', { name: 'Regional hospital group' }).click();
  await page.waitForURL(/\/clients\/[0-9a-f]+$/);
  const client = new URL(page.url()).pathname;
  await page.getByRole('list', { name: 'Engagements' }).getByRole('link').first().click();
  await page.waitForURL(/\/engagements\/[0-9a-f]+$/);
  const engagement = new URL(page.url()).pathname;
  await page.getByRole('list', { name: 'Assessments' }).getByRole('link').first().click();
  await page.waitForURL(/\/assessments\/[0-9a-f]+$/);
  const assessment = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'Start analysis' }).click();
  await page.waitForURL(/\/runs\/[0-9a-f]+$/);
  const run = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Download PDF' }).waitFor({ timeout: 60_000 });
  await page.close();
  return [
    '/',
    '/clients',
    client,
    engagement,
    assessment,
    `${assessment}/team`,
    `${assessment}/workloads/notes`,
    '/runs',
    '/members',
    '/audit',
    '/account',
    run,
  ];
}

async function shoot(page: Page, path: string, { width, theme }: Look): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  const name =
    path
      .replaceAll(/[0-9a-f]{24}/g, 'one')
      .replaceAll('/', '.')
      .replace(/^\./, '') || 'home';
  await page.screenshot({ path: `${folder}${name}.${width}.${theme}.png`, fullPage: true });
}

/** The last screen has figures: one is opened. */
async function shootOpenFigure(page: Page, { width, theme }: Look): Promise<void> {
  await page.locator('#answer [data-figure]').first().press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.screenshot({ path: `${folder}figure.${width}.${theme}.png` });
}
