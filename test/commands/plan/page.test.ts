import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium as driver, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium } from '../../../scripts/toolchain.ts';
import { printPage } from '../../../src/commands/plan/print-page.ts';
import { planned } from './planning.ts';

let browser: Browser;
let folder: string;
const addresses = new Map<string, string>();

beforeAll(async () => {
  browser = await driver.launch({ executablePath: chromium(), args: ['--no-sandbox'] });
  folder = mkdtempSync(path.join(tmpdir(), 'itc-page-'));
  for (const [name, file] of [
    ['bookshop', 'specs/bookshop/openapi.yaml'],
    ['hostile', 'specs/hostile/openapi.json'],
  ] as const) {
    const page = path.join(folder, `${name}.html`);
    writeFileSync(page, printPage(await planned(file)));
    addresses.set(name, pathToFileURL(page).href);
  }
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await browser.close();
});

/** What a page has asked the network for, and what went wrong in it. */
interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly problems: readonly string[];
}

async function open(name: string, hash = ''): Promise<Opened> {
  const page = await browser.newPage();
  const requests: string[] = [];
  const problems: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => problems.push(message.text()));
  page.on('dialog', (dialog) => {
    problems.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(addresses.get(name)! + hash);
  return { page, requests, problems };
}

const casesIn = (page: Page) => page.locator('#cases .count').innerText();

describe('the page of a plan', () => {
  it('finds cases by words, and opens one to its request and promise', async () => {
    const { page, problems } = await open('bookshop');
    const before = await casesIn(page);
    await page.keyboard.press('/');
    await page.keyboard.type('title longer than');
    await expect.poll(() => casesIn(page)).not.toBe(before);
    const first = page.locator('details.case').first();
    await first.locator('summary').click();
    expect(await first.locator('pre').first().innerText()).toContain('content-type: application/json');
    expect(await first.locator('.promise').innerText()).toMatch(/^answers 400 or 422/);
    expect(await first.locator('.rows').innerText()).toContain('title is longer than');
    expect(problems).toEqual([]);
  });

  it('shows the cases of a number in the table, by click and by key', async () => {
    const { page } = await open('bookshop');
    const row = page.locator('.heat tbody tr', { hasText: 'POST /authors' }).first();
    const column = await page.locator('.heat thead th').allInnerTexts();
    await row.locator('th, td').nth(column.indexOf('required')).click();
    await expect.poll(() => page.locator('#filters').innerText()).toContain('of POST /authors, required');
    expect(await page.locator('details.case .about').allInnerTexts()).toEqual(
      expect.not.arrayContaining(['GET /authors']),
    );
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.locator('.heat [tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const second = await page.locator('.heat tbody th').nth(1).innerText();
    await expect.poll(() => page.locator('#filters').innerText()).toContain(`of ${second}`);
  });

  it('leads from an element of the contract to the case that covers it', async () => {
    const { page } = await open('bookshop');
    await page.locator('input[value=covered]').check();
    await page.fill('#search', 'maxLength body.title POST /books');
    const link = page.locator('#coverage a').first();
    await expect.poll(() => link.innerText()).toMatch(/^create-book\//);
    const id = await link.innerText();
    await link.click();
    await expect.poll(() => page.locator('details.case[open]').count()).toBe(1);
    expect(await page.locator('details.case[open] tr.open').innerText()).toContain(id);
  });

  it('opens the case that its address names', async () => {
    const { page } = await open('bookshop', `#case=${encodeURIComponent('create-book/happy')}`);
    expect(await page.locator('details.case[open]').getAttribute('data-id')).toBe('create-book/happy');
  });

  it.each(['bookshop', 'hostile'])('asks the network for nothing (%s)', async (name) => {
    const { page, requests, problems } = await open(name);
    await page.fill('#search', 'a');
    await expect.poll(() => page.locator('#filters').innerText()).toMatch(/cases/);
    await page.locator('details.case summary').first().click();
    expect(requests).toEqual([addresses.get(name)]);
    expect(problems).toEqual([]);
  });

  it('takes text of a contract for nothing else', async () => {
    const { page } = await open('hostile');
    const name = 'POST /hostile/21/</script><script>alert(1)</script> ]]> & <!-- -->';
    expect(await page.locator('.heat tbody th').allInnerTexts()).toContain(name);
    expect(await page.locator('script').count()).toBe(2);
    expect(await page.locator('main').locator('img, iframe, script, style').count()).toBe(0);
  });

  it('fits a narrow window, and is dark where that is wanted', async () => {
    const { page } = await open('bookshop');
    await page.setViewportSize({ width: 360, height: 800 });
    const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    expect(isWide).toBe(false);
    const paper = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await paper();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await paper()).not.toBe(light);
  });

  it('prints what is found, with its requests', async () => {
    const { page } = await open('bookshop', '#q=create-book/happy');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator('.search').isVisible()).toBe(false);
    expect(await page.locator('details.case pre').first().isVisible()).toBe(true);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await page.locator('details.case[open]').count()).toBe(0);
  });
});
