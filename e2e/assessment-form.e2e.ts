import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { newAssessment, newEngagement } from './new-assessment.ts';
import { signIn } from './sign-in.ts';

/** The inputs and states of one question. */
function question(page: Page, label: string): Locator {
  return page.getByRole('group', { name: label, exact: true });
}

/** What is stored, as the export tells it. */
async function stored(page: Page, path: string): Promise<unknown> {
  const response = await page.request.get(`/api${path}/export`);
  expect(response.status()).toBe(200);
  const body: unknown = await response.json();
  return body;
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

let engagement: string;

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  await signIn(page);
  engagement = await newEngagement(page, 'Assessment form');
  await page.close();
});

test.beforeEach(async ({ page }) => {
  await signIn(page);
});

test(
  'every kind of answer is saved as it is given, and nothing that was not',
  { tag: '@any-width' },
  async ({ page }) => {
    const path = await newAssessment(page, engagement, 'Every kind of answer');
    expect(await stored(page, path)).toMatchObject({ answers: {}, workloads: [] });

    await page.goto(`${path}/organisation`);
    await question(page, 'Industry').getByLabel('Industry', { exact: true }).selectOption('Healthcare');
    await expect(question(page, 'Industry')).toContainText('Saved');
    await question(page, 'Employees').getByLabel('Employees', { exact: true }).fill('9,400');
    await question(page, 'Employees')
      .getByLabel('Employees: how sure the client is')
      .selectOption('Believed');
    await expect(question(page, 'Employees')).toContainText('Saved: 9,400 (believed)');
    await question(page, 'Countries of activity').getByLabel('Spain').check();
    await question(page, 'Countries of activity').getByLabel('Germany').check();
    await question(page, 'Goals').getByLabel('Goals', { exact: true }).fill('Shorter evenings');
    await question(page, 'Goals').getByRole('button', { name: 'Quote' }).click();
    await question(page, 'Goals').getByLabel("the client's own words").fill('we type until nine');
    await question(page, 'Pain points').getByRole('radio', { name: 'Does not know' }).click();
    await expect(question(page, 'Pain points')).toContainText('Saved');

    await page.goto(`${path}/estate`);
    const spend = question(page, 'Cloud spend today');
    await spend.getByRole('radio', { name: 'Range' }).click();
    await spend.getByLabel('low end').fill('100000');
    await spend.getByLabel('high end').fill('140000');
    await spend.getByLabel('how often').selectOption('per month');
    await spend.getByLabel('currency').selectOption('EUR');
    await expect(spend).toContainText('Saved: €100,000 to €140,000 per month (stated)');
    await question(page, 'Several clouds accepted').getByLabel('No', { exact: true }).check();
    await expect(question(page, 'Several clouds accepted')).toContainText('Saved');

    expect(await stored(page, path)).toMatchObject({
      answers: {
        industry: { state: 'value', value: 'healthcare', basis: 'stated' },
        employees: { state: 'value', value: 9_400, unit: 'items', basis: 'believed' },
        countries: { state: 'value', value: ['es', 'de'], basis: 'stated' },
        goals: { state: 'value', value: 'Shorter evenings', basis: 'stated', quote: 'we type until nine' },
        painPoints: { state: 'unknown' },
        cloudSpend: {
          state: 'range',
          low: 100_000,
          high: 140_000,
          currency: 'EUR',
          period: 'per-month',
          basis: 'stated',
        },
        severalCloudsAccepted: { state: 'value', value: false, basis: 'stated' },
      },
    });

    await question(page, 'Several clouds accepted').getByRole('button', { name: 'Clear' }).click();
    await expect(question(page, 'Several clouds accepted')).toContainText('Saved');
    const { answers } = Object(await stored(page, path));
    expect(answers).not.toHaveProperty('severalCloudsAccepted');
    expect(Object.keys(answers)).toHaveLength(6);
  },
);

test(
  'a refusal stands beside its question, and what was typed stays',
  { tag: '@any-width' },
  async ({ page }) => {
    const path = await newAssessment(page, engagement, 'Refusals');
    await page.goto(`${path}/budget`);
    const share = question(page, 'Share for infrastructure');
    await share.getByLabel('Share for infrastructure', { exact: true }).fill('140');
    await share.getByLabel('Share for infrastructure', { exact: true }).press('Enter');
    await expect(share.getByRole('alert')).toHaveText('The answer must be at most 100 percent.');
    await expect(share.getByLabel('Share for infrastructure', { exact: true })).toHaveValue('140');

    const running = question(page, 'Running budget');
    await running.getByLabel('Running budget', { exact: true }).fill('about 5');
    await running.getByLabel('Running budget', { exact: true }).press('Enter');
    await expect(running.getByRole('alert')).toContainText('Write a number, with a point before decimals');
    await expect(running.getByRole('alert')).toContainText('Choose the currency.');
    expect(await stored(page, path)).toMatchObject({ answers: {} });
  },
);

test(
  'two tabs: the second is told, nothing is overwritten, nothing typed is lost',
  { tag: '@any-width' },
  async ({ page, context }) => {
    const path = await newAssessment(page, engagement, 'Two tabs');
    await page.goto(`${path}/organisation`);
    const other = await context.newPage();
    await other.goto(`${path}/organisation`);

    await question(other, 'Goals').getByLabel('Goals', { exact: true }).fill('Theirs');
    await question(other, 'Goals').getByLabel('Goals', { exact: true }).blur();
    await expect(question(other, 'Goals')).toContainText('Saved');

    await question(page, 'Goals').getByLabel('Goals', { exact: true }).fill('Mine');
    await question(page, 'Industry').getByLabel('Industry', { exact: true }).selectOption('Finance');
    await expect(page.getByText('This assessment was changed meanwhile')).toBeVisible();
    await expect(question(page, 'Goals').getByLabel('Goals', { exact: true })).toHaveValue('Mine');
    expect(await stored(page, path)).toMatchObject({ answers: { goals: { value: 'Theirs' } } });

    await page.getByRole('button', { name: 'Load the newer version' }).click();
    await expect(question(page, 'Goals')).toContainText('Stored now: Theirs (stated)');
    await expect(question(page, 'Goals').getByLabel('Goals', { exact: true })).toHaveValue('Mine');
    await expect(question(page, 'Industry')).toContainText('Saved');
    await question(page, 'Goals').getByRole('button', { name: 'Save mine instead' }).click();
    await expect(question(page, 'Goals')).toContainText('Saved');
    expect(await stored(page, path)).toMatchObject({
      answers: { goals: { value: 'Mine' }, industry: { value: 'finance' } },
    });
  },
);

test(
  'a lost connection is told, and what was typed is saved when it is back',
  { tag: '@any-width' },
  async ({ page, context }) => {
    const path = await newAssessment(page, engagement, 'Lost connection');
    await page.goto(`${path}/organisation`);
    await context.setOffline(true);
    await question(page, 'Goals').getByLabel('Goals', { exact: true }).fill('Typed in a tunnel');
    await question(page, 'Industry').getByLabel('Industry', { exact: true }).selectOption('Retail');
    await expect(page.getByText('The server does not answer.')).toBeVisible();
    await expect(question(page, 'Goals').getByLabel('Goals', { exact: true })).toHaveValue(
      'Typed in a tunnel',
    );
    await context.setOffline(false);
    await expect(question(page, 'Goals')).toContainText('Saved');
    await expect(question(page, 'Industry')).toContainText('Saved');
    await expect(page.getByText('The server does not answer.')).toBeHidden();
    expect(await stored(page, path)).toMatchObject({
      answers: { goals: { value: 'Typed in a tunnel' }, industry: { value: 'retail' } },
    });
  },
);

test('what is typed is kept while one looks at another section', async ({ page }) => {
  const path = await newAssessment(page, engagement, 'Another section');
  await page.goto(`${path}/budget`);
  await question(page, 'Running budget').getByLabel('Running budget', { exact: true }).fill('5000');
  await openSection(page, 'Team');
  await expect(page.getByRole('heading', { level: 2, name: 'Team' })).toBeVisible();
  await openSection(page, 'Budget');
  await expect(question(page, 'Running budget').getByLabel('Running budget', { exact: true })).toHaveValue(
    '5000',
  );
  await expect(question(page, 'Running budget').getByRole('alert')).toContainText('Choose the currency.');
});

test('the keyboard alone is enough', { tag: '@any-width' }, async ({ page }) => {
  const path = await newAssessment(page, engagement, 'Keyboard');
  await page.goto(`${path}/team`);
  const first = question(page, 'Software engineers');
  await first.getByLabel('Software engineers', { exact: true }).focus();
  await page.keyboard.type('12');
  await page.keyboard.press('Tab');
  await expect(first.getByLabel('Software engineers: unit')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(first.getByRole('radio', { name: 'Range' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(first.getByLabel('Software engineers: how sure the client is')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  for (let stops = 0; stops < 3; stops += 1) await page.keyboard.press('Tab');
  const second = question(page, 'Platform engineers');
  await expect(second.getByLabel('Platform engineers', { exact: true })).toBeFocused();
  await expect(first).toContainText('Saved: 12 (stated)');

  await second.getByRole('radio', { name: 'Range' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(second).toContainText('Asked: the client does not know.');
  await expect(second).toContainText('Saved');
  expect(await stored(page, path)).toMatchObject({
    answers: { developers: { value: 12 }, platformEngineers: { state: 'unknown' } },
  });
});

test('workloads are added, named, answered and removed', async ({ page }) => {
  const path = await newAssessment(page, engagement, 'Workloads');
  await page.goto(`${path}/workloads`);
  await page.getByLabel('Name').fill('Clinical notes');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByText('Choose what kind of workload it is.')).toBeVisible();
  await expect(page.getByLabel('Name')).toHaveValue('Clinical notes');
  await page.getByLabel('Kind').selectOption('Serving a language model');
  await page.getByRole('button', { name: 'Add' }).click();
  await page.waitForURL(`**${path}/workloads/clinical-notes`);
  await expect(question(page, 'Availability').getByRole('combobox').first()).toContainText(
    '99.9 % (8 hours 46 minutes down a year)',
  );
  await question(page, 'Availability').getByLabel('Availability', { exact: true }).selectOption('99.9');
  await expect(question(page, 'Availability')).toContainText('Saved');

  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Notes');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Notes', exact: true })).toBeVisible();
  expect(await stored(page, path)).toMatchObject({
    workloads: [{ id: 'clinical-notes', name: 'Notes', answers: { availability: { value: '99.9' } } }],
  });

  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it and its answers' }).click();
  await page.waitForURL(`**${path}/workloads`);
  await expect(page.getByText('No workload yet')).toBeVisible();
  expect(await stored(page, path)).toMatchObject({ workloads: [] });
});

test(
  'a double click starts one analysis, and the next change opens a new version',
  { tag: '@any-width' },
  async ({ page }) => {
    const path = await newAssessment(page, engagement, 'Analysed');
    await page.getByRole('button', { name: 'Start analysis' }).dblclick();
    await page.waitForURL(/\/runs\/[0-9a-f]+$/);
    await page.goto(path);
    await expect(page.getByText('Version 1 has been analysed')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Analyses' }).getByRole('listitem')).toHaveCount(1);
    await page.goto(`${path}/organisation`);
    await expect(page.getByText('Your first change opens version 2.')).toBeVisible();
    await question(page, 'Industry').getByLabel('Industry', { exact: true }).selectOption('Retail');
    await expect(question(page, 'Industry')).toContainText('Saved');
    await expect(page.getByText('Version 1 has been analysed')).toBeHidden();
  },
);

test('the form has no accessibility violation and does not scroll sideways', async ({ page }) => {
  test.slow();
  const path = await newAssessment(page, engagement, 'Accessible');
  await page.goto(`${path}/commitments`);
  await page.getByLabel('Name').fill('Agreement');
  await page.getByRole('button', { name: 'Add' }).click();
  await page.waitForURL(`**${path}/commitments/agreement`);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const section of ['', '/organisation', '/workloads', '/commitments/agreement']) {
      await page.goto(`${path}${section}`);
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
      await expectAccessible(page);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    }
  }
});

/** Leads to another section, by the list beside the page or the folded one above it. */
async function openSection(page: Page, title: string): Promise<void> {
  const sections = page.getByRole('navigation', { name: 'Sections of the assessment' });
  const summary = sections.locator('summary');
  if (await summary.isVisible()) await summary.click();
  await sections.getByRole('link', { name: title }).filter({ visible: true }).click();
}
