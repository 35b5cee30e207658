import type { Page } from "playwright-core";
import { pressAt, typeAt, waitForHeading } from "./by-keyboard.ts";
import type { Visit } from "./visit.ts";

/** What a client has a right to see, and what is taken away. @param answered a case with a survey that came. */
export function disposalVisits(answered: string): readonly Visit[] {
  const extract = `${answered}/utdrag`;
  return [
    { name: "utdrag", path: extract, roles: readers, heading: ofCase },
    { name: "utdrag-papper", path: extract, roles: ["caseWorker"], heading: ofCase, act: onPaper },
    { name: "egna-svar", path: "/nyckla-in/utdrag", roles: ["coordinator"], heading: ownAnswers },
    {
      name: "egna-svar-papper",
      path: "/nyckla-in/utdrag",
      roles: ["coordinator"],
      heading: ownAnswers,
      act: (page) => answersOnPaper(page, answered.split("/").at(-1) ?? ""),
    },
    { name: "gallring", path: "/gallring", roles: leaders, heading: "Gallring" },
    {
      name: "gallring-regel",
      path: "/gallring",
      roles: ["coordinator"],
      heading: "Gallring",
      act: setRule,
    },
  ];
}

const readers = ["caseWorker", "unitManager"] as const;
const leaders = ["coordinator", "unitManager"] as const;
const ofCase = /^Utdrag ur ärende /;
const ownAnswers = "Skriv ut klientens egna svar";

async function onPaper(page: Page): Promise<void> {
  await pressAt(page, page.getByRole("button", { name: "Ta fram utdraget" }));
  await page.getByRole("heading", { name: "Vem du kan fråga" }).waitFor();
}

async function answersOnPaper(page: Page, code: string): Promise<void> {
  await typeAt(page, "Ärendets kod", code);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Frågor och svar" }).waitFor();
}

/** So many years that nothing is due: the demo's cases are younger. */
async function setRule(page: Page): Promise<void> {
  const [write, save] = ["Skriv in ett nytt beslut", "Spara regeln"].map((name) =>
    page.getByRole("button", { name }),
  );
  if (!write || !save) return;
  await write.or(save).waitFor();
  if (await write.isVisible()) await pressAt(page, write);
  await typeAt(page, "Antal år", "20");
  await typeAt(page, "Vem har beslutat?", "socialnämnden");
  await typeAt(page, "När?", "2026-01-15");
  await typeAt(page, "Beslutets diarienummer", "SN 2026/17");
  await pressAt(page, save);
  await page.getByText("Inget ärende ska gallras nu.").waitFor();
  await waitForHeading(page, "Gallring");
}
