import type { Page } from "playwright-core";

/** What every target has at least (WCAG 2.2, 2.5.8), and what a thumb wants of buttons and choices. */
const least = { any: 24, button: 44 };

/**
 * Targets that are too small, as «44 px wanted, 200 × 40: Spara». A link within a sentence is as high
 * as its line (the standard's own exception), and a choice is as large as its label.
 */
export async function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate((wanted) => {
    const controls = "a[href], button, input, select, textarea, summary, [role=tab]";
    const found = [...document.querySelectorAll<HTMLElement>(controls)];
    return found.filter(isInReach).flatMap((element) => {
      const target = isChoice(element) ? (element.closest("label") ?? element) : element;
      const { width, height } = target.getBoundingClientRect();
      const size = target.matches("a, summary") ? wanted.any : wanted.button;
      if (isInSentence(element) || (Math.ceil(width) >= size && Math.ceil(height) >= size)) {
        return [];
      }
      const name = target.textContent?.trim() || target.id;
      return [`${size} px wanted, ${Math.round(width)} × ${Math.round(height)}: ${name}`];
    });

    function isInReach(element: HTMLElement): boolean {
      const { right, bottom } = element.getBoundingClientRect();
      return element.checkVisibility({ visibilityProperty: true }) && right > 0 && bottom > 0;
    }
    function isChoice(element: HTMLElement): boolean {
      return element.matches("[type=radio], [type=checkbox]");
    }
    function isInSentence(element: HTMLElement): boolean {
      if (!element.matches("a") || getComputedStyle(element).display !== "inline") return false;
      const sentence = element.closest("p, li, dd")?.textContent?.trim() ?? "";
      return sentence.length > (element.textContent?.trim().length ?? 0);
    }
  }, least);
}
