import type { Page } from "playwright-core";
import { hasFocus, tabTo } from "./by-keyboard.ts";

/** In the list's filter: the arrows choose, as in any group of radio buttons. */
export async function choose(page: Page, name: string): Promise<void> {
  const radio = page.getByRole("radio", { name });
  await tabTo(page, page.getByRole("radio", { checked: true }));
  for (let pressed = 0; pressed < 6 && !(await hasFocus(radio)); pressed++) {
    await page.keyboard.press("ArrowRight");
  }
  await page.getByRole("radio", { name, checked: true }).and(page.locator(":focus")).waitFor();
}

/** Without looking: the lists of what is passed by come in between, or not at all. */
export async function walkFast(page: Page, presses: number): Promise<void> {
  for (let pressed = 0; pressed < presses; pressed++) {
    const hasCome = pressed % 4 === 3 && page.waitForResponse(/\/api\/cases(?:\?|$)/);
    await page.keyboard.press("ArrowRight");
    await hasCome;
  }
}

/**
 * Looks at every frame from now on whether the choice that is shown is the one that the keyboard is at.
 * @returns what the keyboard was at whenever it was another.
 */
export async function watchFilter(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const strayed: string[] = [];
    Object.assign(window, { strayed });
    const look = () => {
      const at = document.activeElement;
      if (at instanceof HTMLInputElement && at.type === "radio" && !at.checked) {
        strayed.push(at.value);
      }
      requestAnimationFrame(look);
    };
    look();
  });
  return () => page.evaluate(() => (window as unknown as { strayed: readonly string[] }).strayed);
}
