import type { Page } from "playwright-core";
import { swedishDay, systemClock, yearOf } from "#kernel";
import { pressAt } from "./by-keyboard.ts";
import type { Visit } from "./visit.ts";

/** «Sammanställning», and the round of this year that the demo's nation has asked for. */
export function roundVisits(): readonly Visit[] {
  const year = yearOf(swedishDay(systemClock.now()));
  return [
    {
      name: "sammanstallning",
      path: "/sammanstallning",
      roles: ["regionalLead", "nationalAnalyst"],
      heading: "Sammanställning",
    },
    {
      name: "sammanstallning-ny",
      path: "/sammanstallning",
      roles: ["regionalLead"],
      heading: "Sammanställning",
      act: beginRound,
    },
    {
      name: "omgang",
      path: `/sammanstallning/${year}?steg=deltagare`,
      roles: ["nationalAnalyst"],
      heading: `Uppföljningen ${year}`,
      act: waitForBoard,
    },
    {
      name: "omgang-leveranser",
      path: `/sammanstallning/${year}?steg=leveranser`,
      roles: ["nationalAnalyst"],
      heading: `Uppföljningen ${year}`,
      act: unfoldDeliveries,
    },
  ];
}

async function beginRound(page: Page): Promise<void> {
  await pressAt(page, page.getByRole("button", { name: "Ny omgång" }));
  await pressAt(page, page.getByRole("button", { name: "Läs igenom" }));
  await page.getByText("Skriv vad omgången ska heta.").waitFor();
}

async function waitForBoard(page: Page): Promise<void> {
  await page.getByRole("row", { name: /^Granviken/ }).waitFor();
}

async function unfoldDeliveries(page: Page): Promise<void> {
  await pressAt(page, page.getByText("Kunde inte tas emot (1)"));
  await page.getByText("Okänd avsändare").waitFor();
}
