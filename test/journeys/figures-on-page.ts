import type { Page } from "playwright-core";

/** What a person reads in the tables of «Fråga för fråga»: question → answer → number of cases. */
export type FiguresOnPage = {
  readonly [question: string]: { readonly [answer: string]: number };
};

export async function readFigures(page: Page): Promise<FiguresOnPage> {
  const section = page.getByRole("region", { name: "Fråga för fråga" });
  await section.waitFor();
  return section.evaluate((element) =>
    Object.fromEntries(
      [...element.querySelectorAll("article")].map((article) => {
        const rows = [...article.querySelectorAll("tbody tr")].map((row) => [
          row.querySelector("th")?.textContent ?? "",
          Number(row.querySelector("td")?.textContent?.replace(/\s/g, "")),
        ]);
        const question = article.querySelector("caption")?.textContent;
        return [question ?? article.querySelector("h4")?.textContent, Object.fromEntries(rows)];
      }),
    ),
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
