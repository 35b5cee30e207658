import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { checkDarkColours } from "./dark-colours.ts";

let browser: Browser;
let page: Page;

before(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
});
after(() => browser.close());

/** Black on white; in the dark, light on nearly black. */
const colours = `
  body { color: #000; background: #fff; }
  .box { background: #fff; height: 5em; }
  @media (prefers-color-scheme: dark) {
    body { color: #eee; background: #111; }
    .faint { color: #444; }
    .box { background: #ddd; }
  }`;

async function faultsOf(main: string): Promise<number> {
  await page.setContent(`<style>${colours}</style><main>${main}</main>`);
  return (await checkDarkColours(page)).length;
}

test("what is hard to read in the dark is found after pages that were good", async () => {
  const good = "<p>Hej och hopp</p>";
  assert.equal(await faultsOf(good), 0);
  assert.equal(await faultsOf(`${good}${good}`), 0);
  assert.equal(await faultsOf(`${good}<p class="faint">Hej och hopp</p>`), 1, "other letters");
  assert.equal(await faultsOf(`<div class="box">${good}</div>`), 1, "another ground");
  const over = `<div class="box"></div><div style="position: absolute; top: 1em">${good}</div>`;
  assert.equal(await faultsOf(over), 1, "lying over another ground");
  assert.equal(await faultsOf(over), 1, "lying over it, once more");
});
