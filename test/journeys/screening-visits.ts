import type { Page } from "playwright-core";
import type { Role } from "#access";
import { pressAt, typeAt } from "./by-keyboard.ts";
import type { GivenCampaigns } from "./given-campaigns.ts";
import type { Visit } from "./visit.ts";

const readers: readonly Role[] = ["caseWorker", "unitManager", "coordinator", "committeeReader"];
const workers: readonly Role[] = ["caseWorker"];
const planners: readonly Role[] = ["coordinator"];

/** The pages about asking everybody, as far as they are read and planned. */
export function screeningVisits(campaigns: GivenCampaigns): readonly Visit[] {
  const { planned, running, over, closed } = campaigns;
  const at = (campaign: string, page = "") => `/fokusmanad/${campaign}${page}`;
  return [
    { name: "fokusmanad", path: "/fokusmanad", roles: readers, heading: "Fokusmånad" },
    {
      name: "fokusmanad-ny",
      path: "/fokusmanad/ny",
      roles: planners,
      heading: "Planera en fokusmånad",
      act: leaveOut,
    },
    {
      name: "fokusmanad-rutin",
      path: "/fokusmanad/ny?rutin",
      roles: planners,
      heading: "Planera rutinen",
    },
    {
      name: "fokusmanad-planerad",
      path: at(planned),
      roles: workers,
      heading: "Fokusmånad till våren",
    },
    {
      name: "fokusmanad-pagar",
      path: at(running),
      roles: ["caseWorker", "committeeReader"],
      heading: "Fokusmånad nu",
    },
    {
      name: "fokusmanad-notera",
      path: at(running, "/notera"),
      roles: ["caseWorker", "coordinator"],
      heading: "Notera ett möte",
    },
    {
      name: "fokusmanad-kon-och-alder",
      path: at(running, "/notera"),
      roles: workers,
      heading: "Notera ett möte",
      act: noteUntilLastStep,
    },
    {
      name: "fokusmanad-hog",
      path: at(running, "/hog"),
      roles: ["caseWorker", "coordinator"],
      heading: "Lägg in en hög",
    },
    {
      name: "fokusmanad-blankett",
      path: at(running, "/blankett"),
      roles: readers,
      heading: "Pappersblankett",
    },
    {
      name: "fokusmanad-plan",
      path: at(planned, "/plan"),
      roles: planners,
      heading: "Planen för Fokusmånad till våren",
      act: loadPack,
    },
    {
      name: "fokusmanad-infor",
      path: at(planned, "/infor"),
      roles: ["caseWorker", "coordinator"],
      heading: "Inför",
      act: waitForChecklist,
    },
    {
      name: "fokusmanad-checklista",
      path: at(planned, "/infor"),
      roles: ["unitManager"],
      heading: "Inför",
      act: writeChecklist,
    },
    {
      name: "fokusmanad-avsluta",
      path: at(over, "/resultat"),
      roles: planners,
      heading: "Resultat",
      act: askBeforeClosing,
    },
    {
      name: "fokusmanad-resultat",
      path: at(closed, "/resultat"),
      roles: ["coordinator", "committeeReader"],
      heading: "Resultat",
    },
    {
      name: "fokusmanad-enhetens",
      path: at(closed, "/resultat"),
      roles: workers,
      heading: "Resultat",
      act: chooseOwnUnit,
    },
    {
      name: "fokusmanad-atgard",
      path: at(closed, "/resultat"),
      roles: ["unitManager"],
      heading: "Resultat",
      act: writeAction,
    },
  ];
}

/** What is left out is told at its field. */
async function leaveOut(page: Page): Promise<void> {
  await page.getByRole("checkbox").first().check();
  await pressAt(page, page.getByRole("button", { name: "Spara" }));
  await page.getByText("Skriv första dagen.").waitFor();
}

async function loadPack(page: Page): Promise<void> {
  const pack = {
    name: "Våra frågor",
    version: "1",
    licence: "Egna ord, kommunen äger texten",
    introduction: "Vi frågar alla.",
    questions: ["Har någon gjort dig illa?"],
  };
  await page.getByLabel("Läs in ett textpaket").setInputFiles({
    name: "fragor.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(pack)),
  });
  await page.getByText("Textpaketet är inläst.").waitFor();
}

async function noteUntilLastStep(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "Fick personen frågan om våld?" }).waitFor();
  for (const key of ["1", "3"]) await page.keyboard.press(key);
  await page.getByRole("heading", { name: "Kön och ålder" }).waitFor();
}

async function waitForChecklist(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "Våra kontakter" }).waitFor();
}

async function writeChecklist(page: Page): Promise<void> {
  await pressAt(page, page.getByRole("button", { name: /^Ändra checklistan/ }));
  await page.getByLabel("Våra kontakter").waitFor();
}

async function askBeforeClosing(page: Page): Promise<void> {
  await pressAt(page, page.getByRole("button", { name: "Avsluta fokusmånaden" }));
  await page.getByRole("dialog", { name: "Avsluta fokusmånaden?" }).waitFor();
}

async function chooseOwnUnit(page: Page): Promise<void> {
  const whose = page.getByLabel("Vems siffror");
  await whose.selectOption({ index: 1 });
  await page.getByText("Får ej spridas", { exact: true }).waitFor();
}

async function writeAction(page: Page): Promise<void> {
  await pressAt(page, page.getByRole("button", { name: "Ny åtgärd" }));
  await typeAt(page, "Vad gör ni åt det?", "En kvart till vid varje nybesök.");
}
