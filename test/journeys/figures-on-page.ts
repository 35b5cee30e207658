import type { Page } from "playwright-core";

/** What a person reads in the tables of a page of results: what was counted → answer → number of cases. */
export type FiguresOnPage = {
  readonly [question: string]: { readonly [answer: string]: number };
};

/** The last row of a question's table: all of those above. */
const everyAnswer = "Alla med svar";

/** Every table of the page, unfolded, without what the answers come to together. */
export async function readFigures(page: Page): Promise<FiguresOnPage> {
  await page.locator(".panel-card").first().waitFor();
  // What is folded may hold more that is folded.
  for (const folded of [".panel-rest", ".panel-card details"]) {
    await page.locator(folded).evaluateAll((all) => {
      for (const each of all) each.setAttribute("open", "");
    });
    await page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll(wanted)].every((each) => each.childElementCount > 1),
      folded,
    );
  }
  return page.locator(".panel-card table").evaluateAll(
    (tables, together) =>
      Object.fromEntries(
        tables.map((table) => {
          const rows = [...table.querySelectorAll("tbody tr")].map(
            (row) =>
              [
                row.querySelector("th")?.textContent ?? "",
                Number(row.querySelector("td")?.textContent?.replace(/\s/g, "")),
              ] as const,
          );
          const answers = rows.filter(([answer]) => answer !== together);
          return [table.querySelector("caption")?.textContent ?? "", Object.fromEntries(answers)];
        }),
      ),
    everyAnswer,
  );
}

/** The answers whose number differs, with how much. */
export function differenceOf(before: FiguresOnPage, after: FiguresOnPage): FiguresOnPage {
  const differences = Object.entries(after).map(([question, answers]) => {
    const changed = Object.entries(answers).flatMap(([answer, count]) => {
      const difference = count - (before[question]?.[answer] ?? 0);
      return difference === 0 ? [] : [[answer, difference] as const];
    });
    return [question, Object.fromEntries(changed)] as const;
  });
  return Object.fromEntries(differences.filter(([, changed]) => Object.keys(changed).length > 0));
}
