import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { checkWithAxe } from "./check-with-axe.ts";

/** The page as it stands can be read by everybody and fits its window. */
export async function assertCalm(page: Page): Promise<void> {
  const where = `${new URL(page.url()).pathname}, «${await page.title()}»`;
  assert.deepEqual(await checkWithAxe(page), [], where);
  assert.equal(await sidewaysPixels(page), 0, `${where} scrolls sideways`);
}

/** How much wider the page is than its window. */
export async function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
