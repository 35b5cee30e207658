import type { Page } from "playwright-core";

/** A part of the page, as far as anything depends on it that reads what is there and not where it stands. */
export type PagePart = "main" | "header" | "beside";

/** What makes no difference: random ids, and which page the menu says that one is on. */
const passing = /react-aria\d+| aria-current="(?:page|true)"| class="(?:active)?"/g;

/**
 * The page's own part, the header, and what stands beside them (a dialog that is open): word for word,
 * and which of its elements are shown.
 */
export async function partsOf(page: Page): Promise<ReadonlyMap<PagePart, string>> {
  const parts = await page.evaluate(() => {
    const main = document.querySelector("main");
    const header = document.querySelector("header");
    const beside = [...document.body.querySelectorAll("*")].filter(
      (element) => !main?.contains(element) && !header?.contains(element),
    );
    return [
      ["main", main?.innerHTML ?? "", shownOf(main)],
      ["header", header?.innerHTML ?? "", shownOf(header)],
      ["beside", beside.map(tagOf).join(""), beside.map(isShown).join("")],
    ] as const;

    function shownOf(part: Element | null): string {
      return [...(part?.querySelectorAll("*") ?? [])].map(isShown).join("");
    }
    function isShown(element: Element): "0" | "1" {
      const { width, height, right, bottom } = element.getBoundingClientRect();
      const isSomewhere = width > 0 && height > 0 && right > 0 && bottom > 0;
      return isSomewhere && element.checkVisibility({ visibilityProperty: true }) ? "1" : "0";
    }
    /** With what it says itself; what it holds has a tag of its own. */
    function tagOf(element: Element): string {
      const said = [...element.childNodes].filter((each) => each.nodeType === Node.TEXT_NODE);
      const alone = element.cloneNode(false) as Element;
      return `${alone.outerHTML}${said.map((each) => each.textContent).join("")}`;
    }
  });
  return new Map(
    parts.map(([part, html, shown]) => [part, `${shown} ${html.replaceAll(passing, "")}`]),
  );
}
