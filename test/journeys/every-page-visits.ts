import type { Locator, Page } from "playwright-core";
import { type Role, roles } from "#access";
import { pressAt, tabTo } from "./by-keyboard.ts";
import type { GivenDemo } from "./given-demo.ts";
import { granviken } from "./given-demo.ts";

/** One page, or a state of it, that a role can open. */
export type Visit = {
  readonly name: string;
  readonly path: string;
  readonly roles: readonly Role[];
  readonly heading: string | RegExp;
  /** From the page as it opens to the state that is meant. */
  readonly act?: (page: Page) => Promise<void>;
};

const workers: readonly Role[] = ["caseWorker"];
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
    { name: "kollegas-arende", path: colleagues, roles: workers, heading: "En kollegas ärende" },
    { name: "figurer", path: "/figurer", roles: readers, heading: "Er bild" },
    {
      name: "riket",
      path: "/riket",
      roles: nationReaders,
      heading: /^Riket/,
      act: waitForUnitBeside,
    },
    { name: "riket-utfalld", path: "/riket", roles: workers, heading: /^Riket/, act: unfoldAll },
    { name: "kodbok", path: "/kodbok", roles, heading: /Kodbok/ },
    { name: "nyckla-in", path: "/nyckla-in", roles: ["coordinator"], heading: "Nyckla in enkät" },
    { name: "notiser", path: "/notiser", roles: ["unitManager"], heading: "Notiser" },
    { name: "logg", path: "/logg", roles: ["logReviewer"], heading: "Logg" },
    { name: "finns-inte", path: "/nagot-annat", roles: workers, heading: "Sidan finns inte" },
  ];
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

/** For those who have a unit, its figures come a moment after the nation's. */
async function waitForUnitBeside(page: Page): Promise<void> {
  if ((await page.getByRole("checkbox", { name: /^Visa bredvid/ }).count()) === 0) return;
  await page.locator("p.unit-beside").first().waitFor();
}

async function unfoldAll(page: Page): Promise<void> {
  await waitForUnitBeside(page);
  await page.locator("details").evaluateAll((all) => {
    for (const each of all) each.setAttribute("open", "");
  });
  await page.locator("details[open] table").first().waitFor();
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

/** The tabs are walked with the arrows. */
function readTab(index: number): (page: Page) => Promise<void> {
  return async (page) => {
    const tabs: Locator = page.getByRole("tab");
    await tabTo(page, tabs.first());
    for (let pressed = 0; pressed < index; pressed++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByRole("tabpanel").getByRole("listitem").first().waitFor();
  };
}
