/**
 * What must hold of a page wherever a story stops: no violation that axe can find, no word in the console,
 * nothing asked of another host, nothing wider than a phone. With SALON_SHOTS, also four pictures in that folder.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = process.env.SALON_SHOTS;

export async function look(page: Page, name: string, problems: string[], scripts: boolean): Promise<void> {
  if (scripts) await page.waitForLoadState('networkidle');
  if (shots) await photograph(page, name, shots);
  const found = scripts ? await examine(page) : await copied(page, examine);
  expect.soft({ where: `${name}, ${page.url()}`, found, problems }).toEqual({
    where: `${name}, ${page.url()}`,
    found: [],
    problems: [],
  });
}

async function examine(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as AxeResults;
  const said = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`),
  );
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return wide > 0 ? [...said, `scrolls sideways by ${wide} px`] : said;
}

/**
 * Axe needs scripts. A page that was opened without is copied as it stands, less its own scripts, into a browser
 * that has them.
 */
async function copied<T>(page: Page, look: (copy: Page) => Promise<T>): Promise<T> {
  const html = (await page.content()).replaceAll(/<script\b[^]*?<\/script>|<\/?noscript>/g, '');
  // At rest, as the page itself is: a colour on its way from one to another is none that anybody reads.
  const still = { viewport: page.viewportSize(), reducedMotion: 'reduce' } as const;
  const context = await page.context().browser()!.newContext(still);
  try {
    await context.addCookies(await page.context().cookies());
    const copy = await context.newPage();
    await copy.route(page.url(), (route) =>
      route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }),
    );
    await copy.goto(page.url());
    return await look(copy);
  } finally {
    await context.close();
  }
}

async function photograph(page: Page, name: string, folder: string): Promise<void> {
  const before = page.viewportSize()!;
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const path = join(folder, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(before);
}
