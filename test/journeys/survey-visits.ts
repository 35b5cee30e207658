import type { Page } from "playwright-core";
import { pressAt, tabTo } from "./by-keyboard.ts";
import { waitForQuestion } from "./case-on-page.ts";
import { disposalVisits } from "./disposal-visits.ts";
import type { Visit } from "./visit.ts";

/** The staff's pages for the client's survey and her rights. @param open a case where it has not been offered. */
export function surveyVisits(answered: string, open: string): readonly Visit[] {
  const asked = `${open}?fas=client`;
  const coordinators = ["coordinator"] as const;
  return [
    { name: "enkat-besvarad", path: `${answered}?fas=client`, roles: readers, heading: ofCase },
    { name: "enkat-telefon", path: asked, roles: ["caseWorker"], heading: ofCase, act: ownPhone },
    { name: "enkat-papper", path: asked, roles: ["caseWorker"], heading: ofCase, act: onPaper },
    {
      name: "enkat-erbjuds-inte",
      path: asked,
      roles: ["caseWorker"],
      heading: ofCase,
      act: notOffered,
    },
    { name: "nyckla-in", path: "/nyckla-in", roles: coordinators, heading: keyIn },
    {
      name: "nyckla-in-uppläst",
      path: "/nyckla-in",
      roles: coordinators,
      heading: keyIn,
      act: readAloud,
    },
    { name: "enkatsprak", path: "/enkatsprak", roles: meeting, heading: languages },
    {
      name: "enkatsprak-texter",
      path: "/enkatsprak",
      roles: coordinators,
      heading: languages,
      act: unfoldTexts,
    },
    ...disposalVisits(answered),
  ];
}

const readers = ["caseWorker", "unitManager"] as const;
const meeting = ["caseWorker", "unitManager", "coordinator"] as const;
const ofCase = /^Ärende /;
const keyIn = "Nyckla in enkät";
const languages = "Enkätens språk";

/** The word that the client's telephone is safe is asked for, and missing. */
async function ownPhone(page: Page): Promise<void> {
  await waitForQuestion(page, "Hur vill klienten svara?");
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await page.getByText("Fråga klienten om telefonen är trygg").waitFor();
}

async function onPaper(page: Page): Promise<void> {
  await waitForQuestion(page, "Hur vill klienten svara?");
  await page.keyboard.press("3");
  await page.getByRole("link", { name: "Skriv ut enkäten" }).waitFor();
}

async function notOffered(page: Page): Promise<void> {
  await waitForQuestion(page, "Hur vill klienten svara?");
  await page.keyboard.press("6");
  await page.getByRole("group", { name: "Varför erbjuds den inte?" }).waitFor();
}

async function readAloud(page: Page): Promise<void> {
  await tabTo(page, page.getByRole("radio", { name: "Från ett papper" }));
  await page.keyboard.press("ArrowDown");
  await page.getByLabel("Språk", { exact: true }).selectOption("ar");
  await page.locator("legend [lang=ar]").first().waitFor();
}

async function unfoldTexts(page: Page): Promise<void> {
  const arabic = page.getByRole("region", { name: /^arabiska/i });
  await pressAt(page, arabic.getByText(/^Alla \d+ texter/));
  await arabic.locator("td[lang=ar]").first().waitFor();
}
