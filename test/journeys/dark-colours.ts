import type { Page } from "playwright-core";
import { checkWithAxe } from "./check-with-axe.ts";

const mark = "data-looked-at";

/** It lies over something that it does not stand in, so its ground is not known. */
const unknown = "unknown";
const nothing = "nothing";

/** How texts look in the dark that an earlier page had. */
const seen = new Set<string>([nothing]);

/**
 * What axe finds of contrast on the page as it stands in the dark. Where things stand has been looked
 * at in the light; so a text that looks like one of an earlier page, on the same ground, is passed by.
 */
export async function checkDarkColours(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: "dark" });
  const looks = await page.evaluate(looksOfTexts, { unknown, nothing });
  const unseen = looks.flatMap((look, index) => (seen.has(look) ? [] : [index]));
  for (const look of looks) if (look !== unknown) seen.add(look);
  const findings = unseen.length === 0 ? [] : await checkThose(page, unseen);
  await page.emulateMedia({ colorScheme: "light" });
  return findings;
}

async function checkThose(page: Page, texts: readonly number[]): Promise<readonly string[]> {
  await page.evaluate(markTexts, { mark, texts });
  const findings = await checkWithAxe(page, { within: `[${mark}]`, rules: ["color-contrast"] });
  await page.evaluate(markTexts, { mark, texts: [] });
  return findings;
}

/** Of each element: its letters, if it has any, and the grounds that it stands on, outwards. */
function looksOfTexts({ unknown, nothing }: { unknown: string; nothing: string }): string[] {
  const clear = "rgba(0, 0, 0, 0),none,1,none,normal,visible";
  const grounds = new Map<Element, string | null>();
  return [...document.body.querySelectorAll("*")].map((element) => {
    const said = [...element.childNodes].filter((each) => each.nodeType === Node.TEXT_NODE);
    const text = said.map((each) => each.textContent).join("");
    if (text.trim() === "" && !element.matches("input, select, textarea")) return nothing;
    const ground = groundOf(element);
    if (ground === null) return unknown;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const isShown = element.checkVisibility({ visibilityProperty: true });
    // axe passes by what is switched off, what is hidden, and signs that stand alone.
    const isOff = element.closest(":disabled, [aria-disabled=true], label:has(:disabled)") !== null;
    const length = Math.min(2, text.match(/[\p{L}\p{N}]/gu)?.length ?? 0);
    return [color, fontSize, fontWeight, textShadow, isShown, isOff, length, ground].join();
  });

  function groundOf(element: Element): string | null {
    const known = grounds.get(element);
    if (known !== undefined) return known;
    const style = getComputedStyle(element);
    const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode, overflow } = style;
    const behind = element.parentElement === null ? "" : groundOf(element.parentElement);
    const isLoose =
      /^(?:absolute|fixed|sticky)$/.test(style.position) || style.transform !== "none";
    const own = [backgroundColor, backgroundImage, opacity, filter, mixBlendMode, overflow].join();
    const isOver = behind === null || isLoose || element instanceof SVGElement;
    const ground = isOver ? null : own === clear ? behind : `${behind} / ${own}`;
    grounds.set(element, ground);
    return ground;
  }
}

function markTexts({ mark, texts }: { mark: string; texts: readonly number[] }): void {
  const all = [...document.body.querySelectorAll("*")];
  for (const each of all) each.removeAttribute(mark);
  for (const index of texts) all[index]?.setAttribute(mark, "");
}
