import type { Page } from "playwright-core";
import type { Role } from "#access";
import { pressAt } from "./by-keyboard.ts";
import type { Visit } from "./visit.ts";

const administrators: readonly Role[] = ["administrator"];

/** Where accounts, units and backups are kept, and the first steps, which an administrator can read again. */
export const administratorVisits: readonly Visit[] = [
  { name: "personer", path: "/personer", roles: administrators, heading: "Personer" },
  { name: "bjud-in", path: "/personer/ny", roles: administrators, heading: "Bjud in" },
  {
    name: "bjud-in-lank",
    path: "/personer/ny",
    roles: administrators,
    heading: "Bjud in",
    act: invite,
  },
  {
    name: "person",
    path: "/personer",
    roles: administrators,
    heading: "Personer",
    act: openWorker,
  },
  {
    name: "person-slutar",
    path: "/personer",
    roles: administrators,
    heading: "Personer",
    act: askWhetherLeft,
  },
  { name: "enheter", path: "/enheter", roles: administrators, heading: "Enheter" },
  {
    name: "sakerhetskopia",
    path: "/sakerhetskopia",
    roles: administrators,
    heading: "Säkerhetskopia",
  },
  {
    name: "enhet-ny",
    path: "/enheter",
    roles: administrators,
    heading: "Enheter",
    act: addUnit,
  },
  ...[
    { name: "kom-igang-enheter", path: "/kom-igang/enheter", heading: "Kom igång: enheter" },
    { name: "kom-igang-kodbok", path: "/kom-igang/kodbok", heading: "Kom igång: frågorna" },
    { name: "kom-igang-personer", path: "/kom-igang/personer", heading: "Kom igång: personer" },
    { name: "kom-igang-klart", path: "/kom-igang/klart", heading: "Kom igång: första ärendet" },
  ].map((each) => ({ ...each, roles: administrators })),
];

/** Each time another name: what one test has invited is there for the next. */
async function invite(page: Page): Promise<void> {
  await page.getByLabel("Namn", { exact: true }).fill("Disa Mårdsund");
  await page.getByLabel("Nämndledamot").check();
  await pressAt(page, page.getByRole("button", { name: "Skapa konto och länk" }));
  await page.getByRole("heading", { name: "Ge länken till Disa Mårdsund" }).waitFor();
}

async function openWorker(page: Page): Promise<void> {
  await pressAt(page, page.getByRole("link", { name: "Karin Svedmark" }));
  await page.getByRole("heading", { name: "Vad får hen se?" }).waitFor();
}

async function askWhetherLeft(page: Page): Promise<void> {
  await openWorker(page);
  await pressAt(page, page.getByRole("button", { name: "Har slutat" }));
  await page.getByRole("dialog", { name: "Har Karin Svedmark slutat?" }).waitFor();
}

async function addUnit(page: Page): Promise<void> {
  await pressAt(page, page.getByRole("button", { name: "Lägg till en enhet" }));
  await pressAt(page, page.getByText("Tar enheten emot personer från andra kommuner?"));
  await page.getByLabel("En kommun till").waitFor();
}
