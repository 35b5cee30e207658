import type { Page } from "playwright-core";
import type { Role } from "#access";
import { pressAt, typeAt } from "./by-keyboard.ts";
import type { Visit } from "./visit.ts";

/** «Utforska» with what can be asked of it, and with what cannot be answered. */
export function exploreVisits(nationReaders: readonly Role[]): readonly Visit[] {
  return [
    { name: "utforska", path: "/utforska", roles: nationReaders, heading: "Utforska" },
    {
      name: "utforska-uppdelat",
      path: "/utforska?visa=V10&uppdelat=V06",
      roles: ["caseWorker"],
      heading: "Utforska",
      act: unfoldAnswer,
    },
    {
      name: "utforska-tid",
      path: "/utforska?visa=very-severe-violence&tid=half-year",
      roles: ["caseWorker", "unitManager"],
      heading: "Utforska",
    },
    {
      name: "utforska-kan-inte",
      path: "/utforska?visa=V26&uppdelat=V01",
      roles: ["caseWorker"],
      heading: "Utforska",
    },
    {
      name: "utforska-sparat",
      path: "/utforska",
      roles: ["analyst"],
      heading: "Utforska",
      act: saveView,
    },
    {
      name: "utforska-finns-inte",
      path: "/utforska?siffror=unit:nagon-annans",
      roles: ["committeeReader"],
      heading: "Utforska",
    },
  ];
}

async function unfoldAnswer(page: Page): Promise<void> {
  await pressAt(page, page.getByText(/^Tabell/).first());
  await page.getByRole("table").first().waitFor();
}

async function saveView(page: Page): Promise<void> {
  await typeAt(page, "Spara vyn som", "Så ser det ut i riket");
  await page.keyboard.press("Enter");
  await page.getByText("«Så ser det ut i riket» är sparad.").waitFor();
}
