import type { Page } from "playwright-core";
import { waitForHeading } from "./by-keyboard.ts";

/** Where the keyboard is in a case, as it is read on the screen. */
export type FocusedPlace = {
  /** The legend of the question; absent outside the questions. */
  readonly question?: string;
  /** The legend of the row that the question is asked in, such as «Insats 2». */
  readonly row?: string;
  /** What is written on the button, or is the label of the field. */
  readonly control: string;
};

export async function focusedPlace(page: Page): Promise<FocusedPlace> {
  return page.evaluate(() => {
    // The marks and keys that stand beside a name are not part of it.
    const nameOf = (element: Element | null | undefined) =>
      element?.firstChild?.textContent?.trim() ?? "";
    const active = document.activeElement;
    const fieldset = active?.closest("fieldset");
    const row = fieldset?.parentElement?.closest("fieldset");
    const label = active instanceof HTMLInputElement ? active.labels?.[0] : active;
    return {
      ...(fieldset ? { question: nameOf(fieldset.querySelector(":scope > legend")) } : {}),
      ...(row ? { row: nameOf(row.querySelector(":scope > legend")) } : {}),
      control: nameOf(label),
    };
  });
}

/** A phase that is opened puts the keyboard where the work begins. */
export async function waitForQuestion(page: Page, question: string): Promise<void> {
  await page
    .getByRole("group", { name: question })
    .and(page.locator(":focus-within"))
    .last()
    .waitFor();
}

/** From Start, as of today, up to the first question. @returns the case's code. */
export async function beginCase(page: Page): Promise<string> {
  await page.keyboard.press("n");
  await waitForHeading(page, "Nytt ärende");
  await page.keyboard.press("Enter");
  const code = await readCaseCode(page);
  await waitForQuestion(page, "Kön");
  return code;
}

/** The code of the case that is being opened, from its heading. */
export async function readCaseCode(page: Page): Promise<string> {
  const heading = page.getByRole("heading", { name: /^Ärende .-....-.$/, level: 1 });
  return (await heading.innerText()).replace("Ärende ", "");
}

/** Right after an answer: the bar at the bottom says when everything is on the disk. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await page
    .getByRole("status")
    .getByText(/^Sparat \d\d[.:]\d\d\.$/)
    .waitFor();
}
