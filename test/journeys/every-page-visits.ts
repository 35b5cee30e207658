import type { Locator, Page } from "playwright-core";
import { type Role, roles } from "#access";
import { administratorVisits } from "./administrator-visits.ts";
import { pressAt, tabTo } from "./by-keyboard.ts";
import { exploreVisits } from "./explore-visits.ts";
import { givenCampaigns } from "./given-campaigns.ts";
import type { GivenDemo } from "./given-demo.ts";
import { granviken } from "./given-demo.ts";
import { registrationSessionVisits } from "./registration-session-visits.ts";
import { roundVisits } from "./round-visits.ts";
import { screeningVisits } from "./screening-visits.ts";
import { surveyVisits } from "./survey-visits.ts";
import type { Visit } from "./visit.ts";

const workers: readonly Role[] = ["caseWorker"];
const managers: readonly Role[] = ["unitManager"];
const leaders: readonly Role[] = ["coordinator", "unitManager"];
const inUnits: readonly Role[] = ["caseWorker", "unitManager", "coordinator"];
const readers: readonly Role[] = ["caseWorker", "unitManager"];
/** The page is long and the same for all; only those who have a unit see it beside. */
const nationReaders: readonly Role[] = ["caseWorker", "committeeReader"];

/** Every page with every role that has it; and what the pages look like in the middle of the work. */
export async function everyVisit(demo: GivenDemo): Promise<readonly Visit[]> {
  const { open, closed, colleagues } = await findCases(demo);
  return [
    { name: "start", path: "/", roles, heading: "Start" },
    { name: "hjalp", path: "/", roles: workers, heading: "Start", act: openHelp },
    { name: "arenden", path: "/arenden", roles: readers, heading: "Ärenden" },
    { name: "nytt-arende", path: "/arenden/nytt", roles: workers, heading: "Nytt ärende" },
    { name: "arende", path: open, roles: readers, heading: /^Ärende / },
    { name: "arende-kvar", path: open, roles: workers, heading: /^Ärende /, act: completeTooSoon },
    { name: "arende-avslutat", path: closed, roles: readers, heading: /^Ärende / },
    { name: "arende-fas", path: closed, roles: workers, heading: /^Ärende /, act: readPhase },
    { name: "tidslinje", path: closed, roles: workers, heading: /^Ärende /, act: readTab(1) },
    { name: "historik", path: closed, roles: workers, heading: /^Ärende /, act: readTab(2) },
    { name: "om-arendet", path: open, roles: readers, heading: /^Ärende /, act: readAbout },
    { name: "begransa", path: open, roles: managers, heading: /^Ärende /, act: nameReaders },
    {
      name: "lamna-over-alla",
      path: "/arenden",
      roles: managers,
      heading: "Ärenden",
      act: askForAll,
    },
    {
      name: "mer-om-arendet",
      path: "/arenden/nytt",
      roles: workers,
      heading: "Nytt ärende",
      act: sayMore,
    },
    {
      name: "mitt-konto",
      path: "/mitt-konto",
      roles: ["caseWorker", "administrator"],
      heading: "Mitt konto",
    },
    { name: "kollegas-arende", path: colleagues, roles: workers, heading: "En kollegas ärende" },
    { name: "resultat", path: "/resultat", roles: readers, heading: "Resultat" },
    {
      name: "resultat-utfalld",
      path: "/resultat",
      roles: workers,
      heading: "Resultat",
      act: unfoldPanels,
    },
    {
      name: "resultat-kommunen",
      path: "/resultat?enhet=kommunen",
      roles: ["caseWorker", "coordinator", "analyst", "committeeReader"],
      heading: "Resultat",
    },
    ...exploreVisits(nationReaders),
    {
      name: "riket",
      path: "/riket",
      roles: nationReaders,
      heading: /^Riket/,
      act: waitForUnitBeside,
    },
    { name: "riket-utfalld", path: "/riket", roles: workers, heading: /^Riket/, act: unfoldAll },
    { name: "jamfor", path: "/jamfor", roles: nationReaders, heading: "Jämför" },
    {
      name: "jamfor-enheten",
      path: "/jamfor",
      roles: workers,
      heading: "Jämför",
      act: switchOnOwnUnit,
    },
    {
      name: "kommunen",
      path: "/kommunen",
      roles: ["caseWorker", "unitManager", "coordinator", "analyst", "committeeReader"],
      heading: /^Kommunens siffror/,
    },
    {
      name: "kommunen-frys",
      path: "/kommunen",
      roles: ["coordinator"],
      heading: /^Kommunens siffror/,
      act: askBeforeFreezing,
    },
    {
      name: "underlag",
      path: "/underlag",
      roles: ["caseWorker", "unitManager", "coordinator", "analyst", "committeeReader"],
      heading: "Underlag",
    },
    {
      name: "underlag-samverkan",
      path: "/underlag?till=samverkan&underlag=nation",
      roles: ["coordinator"],
      heading: "Underlag",
    },
    {
      name: "atgarder",
      path: "/atgarder",
      roles: ["unitManager", "committeeReader"],
      heading: "Åtgärder",
    },
    {
      name: "atgarder-ny",
      path: "/atgarder?om=women",
      roles: ["coordinator"],
      heading: "Åtgärder",
      act: waitForNewAction,
    },
    ...(await registrationSessionVisits(demo)),
    ...roundVisits(),
    ...screeningVisits(await givenCampaigns(demo)),
    { name: "kodbok", path: "/kodbok", roles, heading: /Kodbok/ },
    { name: "laget", path: "/laget", roles: leaders, heading: "Registreringsläget" },
    {
      name: "samma-person",
      path: "/laget",
      roles: ["coordinator"],
      heading: "Registreringsläget",
      act: askWhetherTwo,
    },
    { name: "egna-fragor", path: "/kodbok/egna", roles: inUnits, heading: "Egna frågor" },
    {
      name: "egen-fraga",
      path: "/kodbok/egna",
      roles: ["coordinator"],
      heading: "Egna frågor",
      act: writeQuestion,
    },
    {
      name: "blankett",
      path: "/kodbok/su-kvinnofrid-2021/blankett",
      roles: workers,
      heading: "Blankett",
    },
    ...surveyVisits(closed, open),
    {
      name: "leverera",
      path: "/leverera",
      roles: leaders,
      heading: "Leverera",
      act: waitForCheck,
    },
    {
      name: "leverera-lamnar",
      path: "/leverera",
      roles: ["coordinator"],
      heading: "Leverera",
      act: seeWhatLeaves,
    },
    { name: "notiser", path: "/notiser", roles: ["unitManager"], heading: "Notiser" },
    { name: "logg", path: "/logg", roles: ["logReviewer"], heading: "Granska loggen" },
    {
      name: "logg-granskning",
      path: "/logg",
      roles: ["logReviewer"],
      heading: "Granska loggen",
      act: beginLogReview,
    },
    {
      name: "logg-alla-poster",
      path: "/logg/alla-poster",
      roles: ["logReviewer"],
      heading: "Hela loggen",
    },
    ...administratorVisits,
    { name: "finns-inte", path: "/nagot-annat", roles: workers, heading: "Sidan finns inte" },
  ];
}

/** A review that is under way, with its first mark open. */
async function beginLogReview(page: Page): Promise<void> {
  const begin = page.getByRole("button", { name: "Börja granska" });
  await begin.or(page.getByRole("button", { name: "Bedöm" }).first()).waitFor();
  if (await begin.isVisible()) await begin.click();
  await page.getByRole("button", { name: "Bedöm" }).first().click();
  await page.getByRole("table").waitFor();
}

/** One case in the middle of the support, one that is closed, and one of a colleague's. */
async function findCases({ store, account }: GivenDemo) {
  const own = account("caseWorker").account;
  const { cases } = await store.within(granviken, (tx) => tx.cases.list({ from: 0, limit: 200 }));
  function pathOf(isWanted: (found: (typeof cases)[number]) => boolean): string {
    const found = cases.find(isWanted);
    if (!found) throw new Error("the demo has no such case");
    return `/arenden/${found.code}`;
  }
  const mine = cases.filter(({ assignee }) => assignee === own);
  const unit = mine[0]?.unit;
  return {
    open: pathOf((each) => mine.includes(each) && isUnderWay(each)),
    closed: pathOf((each) => mine.includes(each) && each.survey.kind === "answered"),
    colleagues: pathOf((each) => each.unit === unit && each.assignee !== own && isNew(each)),
  };

  type Found = (typeof cases)[number];
  function isUnderWay({ state, completed }: Found): boolean {
    return state === "open" && completed.before !== undefined && completed.during === undefined;
  }
  function isNew({ completed }: Found): boolean {
    return completed.background === undefined;
  }
}

async function waitForCheck(page: Page): Promise<void> {
  await page.getByText(/hör till omgången/).waitFor();
}

async function seeWhatLeaves(page: Page): Promise<void> {
  await waitForCheck(page);
  await pressAt(page, page.getByRole("button", { name: "Se vad som lämnar" }));
  await page.getByRole("button", { name: "Skicka", exact: true }).waitFor();
  await page.getByRole("heading", { name: "Kan någon kännas igen?" }).waitFor();
}

async function writeQuestion(page: Page): Promise<void> {
  await pressAt(page, page.getByRole("button", { name: "Ny fråga" }));
  await pressAt(page, page.getByRole("button", { name: "Lägg till svar" }));
  await page.keyboard.type("Nej");
}

/** The unit's exact share beside the nation's, and a table unfolded. */
async function switchOnOwnUnit(page: Page): Promise<void> {
  await tabTo(page, page.getByRole("checkbox", { name: /^Visa bredvid/ }));
  await page.keyboard.press("Space");
  await page.locator("[data-panel^='unit:']").waitFor();
  await pressAt(page, page.locator("[data-panel^='funnel:'] summary").first());
  await page.locator("[data-panel^='funnel:'] table").first().waitFor();
}

/** For those who have a unit, its figures come a moment after the nation's. */
async function waitForUnitBeside(page: Page): Promise<void> {
  if ((await page.getByRole("checkbox", { name: /^Visa bredvid/ }).count()) === 0) return;
  await page.locator("p.unit-beside").first().waitFor();
}

async function unfoldAll(page: Page): Promise<void> {
  await waitForUnitBeside(page);
  await unfoldPanels(page);
}

async function unfoldPanels(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((all) => {
    for (const each of all) each.setAttribute("open", "");
  });
  await page.locator("details[open] table").first().waitFor();
}

/** Where two of the unit's cases look alike: the question before it is said that they are two. */
async function askWhetherTwo(page: Page): Promise<void> {
  const [first] = await page.getByRole("button", { name: /^Nej, det är två/ }).all();
  if (!first) return;
  await pressAt(page, first);
  await page.getByText("Är du säker?").waitFor();
}

async function waitForNewAction(page: Page): Promise<void> {
  await page.getByRole("form", { name: "Ny åtgärd" }).waitFor();
}

async function askBeforeFreezing(page: Page): Promise<void> {
  await pressAt(page, page.getByRole("button", { name: /^Frys .* …$/ }));
  await page.getByRole("dialog").waitFor();
}

async function openHelp(page: Page): Promise<void> {
  await pressAt(page, page.getByRole("button", { name: /^Hjälp/ }));
  await page.getByRole("dialog").waitFor();
}

async function completeTooSoon(page: Page): Promise<void> {
  await page.locator(".question:focus-within, .phase-end:focus-within").waitFor();
  await page.keyboard.press("Control+Enter");
  await page
    .getByRole("alert")
    .getByText(/kvar innan fasen är klar/)
    .waitFor();
}

async function readPhase(page: Page): Promise<void> {
  const phases = page.getByRole("navigation", { name: "Faser" });
  await pressAt(page, phases.getByRole("button", { name: /^Före/ }));
  await page.getByRole("button", { name: "Öppna ärendet igen" }).waitFor();
}

/** The facts, with what this person can do about them. */
async function readAbout(page: Page): Promise<void> {
  await openTab(page, 3);
  await page.locator(".facts button").first().waitFor();
}

async function nameReaders(page: Page): Promise<void> {
  await readAbout(page);
  await pressAt(page, page.getByRole("button", { name: "Begränsa till namngivna läsare" }));
  await page.getByRole("dialog").getByRole("checkbox").first().waitFor();
}

async function askForAll(page: Page): Promise<void> {
  await pressAt(page, page.getByRole("button", { name: /^Lämna över alla ärenden/ }));
  await page.getByRole("dialog").getByRole("combobox").first().waitFor();
}

async function sayMore(page: Page): Promise<void> {
  await pressAt(page, page.getByText("Mer om ärendet"));
  await page.getByRole("checkbox", { name: "Anonymt ärende" }).waitFor();
}

/** The tabs are walked with the arrows. */
async function openTab(page: Page, index: number): Promise<void> {
  const tabs: Locator = page.getByRole("tab");
  await tabTo(page, tabs.first());
  for (let pressed = 0; pressed < index; pressed++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
}

function readTab(index: number): (page: Page) => Promise<void> {
  return async (page) => {
    await openTab(page, index);
    await page.getByRole("tabpanel").getByRole("listitem").first().waitFor();
  };
}
