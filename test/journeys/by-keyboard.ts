import type { Locator, Page } from "playwright-core";

/** More than any page has to offer between two things that a person wants. */
const mostTabs = 120;

/** Presses Tab until focus is where it is wanted; Shift+Tab where that lies behind. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  const isBehind = await wanted.evaluate((element) => {
    const focused = document.activeElement ?? document.body;
    return (focused.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  });
  for (let pressed = 0; pressed <= mostTabs; pressed++) {
    if (await hasFocus(wanted)) return;
    await page.keyboard.press(isBehind ? "Shift+Tab" : "Tab");
  }
  throw new Error(`Tab does not reach ${wanted}`);
}

export async function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluate((element) => element === document.activeElement);
}

/** Focus comes back a moment after a dialog has closed or an answer has come. */
export async function waitForFocus(wanted: Locator): Promise<void> {
  await wanted.and(wanted.page().locator(":focus")).waitFor();
}

/** Goes to a button or a link and presses it. */
export async function pressAt(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press("Enter");
}

/** Goes to a field and types in it; what stood there is replaced. */
export async function typeAt(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

export async function waitForHeading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("heading", { name, exact: true, level: 1 }).waitFor();
}

/** On the sign-in page: one press. */
export async function signInAs(page: Page, { name }: { readonly name: string }): Promise<void> {
  await pressAt(page, page.getByRole("button", { name: new RegExp(`^Logga in som .*${name}`) }));
  await waitForHeading(page, "Start");
}

export async function signOut(page: Page): Promise<void> {
  await pressAt(page, page.getByRole("button", { name: "Logga ut" }));
  await waitForHeading(page, "Logga in");
}

/** By the menu. */
export async function goToPage(page: Page, name: string): Promise<void> {
  await pressAt(page, page.getByRole("navigation", { name: "Sidor" }).getByRole("link", { name }));
  await waitForHeading(page, name);
}
