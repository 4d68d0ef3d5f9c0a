import type { Page } from '@playwright/test';
import { strayNumbers } from './stray-numbers.ts';

/** Where a digit may stand: figures and what they rest on, names, quotations, interface numbers, moments, and what the person typed. */
const places = [
  '[data-figure]',
  '[data-figure-panel]',
  '[data-identifier]',
  'q[data-answer]',
  '[data-interface-number]',
  'time',
  'input',
  'textarea',
  'select',
  'script',
  'style',
].join(', ');

/** Every number that the page shows outside such a place and that is no part of an entry of `names`. */
export async function strayNumbersOnPage(page: Page, names: readonly string[]): Promise<string[]> {
  const texts = await page.evaluate((allowed) => {
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set<string>();
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
      const parent = node.parentElement;
      if (!/\d/.test(node.textContent ?? '') || parent === null || parent.closest(allowed) !== null) continue;
      // The whole element, for a name may be made of several texts.
      const copy = document.createElement('div');
      copy.append(...[...parent.childNodes].map((child) => child.cloneNode(true)));
      for (const element of copy.querySelectorAll('*')) element.before(' ');
      for (const place of copy.querySelectorAll(allowed)) place.replaceWith(' … ');
      found.add(copy.textContent);
    }
    return [...found];
  }, places);
  return texts.flatMap((text) => strayNumbers(text.replaceAll(/recommendation \d+/g, ''), names));
}
