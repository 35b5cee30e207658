import type { Page } from "playwright-core";
import type { Role } from "#access";
import { randomId, strongRandomness, systemClock } from "#kernel";
import { type GivenDemo, granviken } from "./given-demo.ts";
import type { Visit } from "./visit.ts";

const workers: readonly Role[] = ["caseWorker"];
const inUnits: readonly Role[] = ["caseWorker", "unitManager", "coordinator"];

/** The pages of those who register together an afternoon. */
export async function registrationSessionVisits(demo: GivenDemo): Promise<readonly Visit[]> {
  const together = await openSession(demo);
  return [
    { name: "stugor", path: "/stuga", roles: inUnits, heading: "Registreringsstuga" },
    {
      name: "stuga",
      path: together,
      roles: inUnits,
      heading: "Onsdag eftermiddag",
      act: waitForHand,
    },
    {
      name: "stuga-arende",
      path: together,
      roles: workers,
      heading: "Onsdag eftermiddag",
      act: takeCaseTogether,
    },
    {
      name: "stuga-fraga",
      path: `${together}/fraga/V10`,
      roles: workers,
      heading: "Våldets grovhet",
      act: waitForOneAnswer,
    },
  ];
}

/** A registration session in the worker's unit, where she takes part and a hand is up. */
async function openSession({ store, account }: GivenDemo): Promise<string> {
  const worker = account("caseWorker").account;
  const leader = account("coordinator").account;
  const id = randomId(strongRandomness);
  const at = systemClock.now();
  return store.within(granviken, async (tx) => {
    const [grant] = (await tx.accounts.find(worker))?.grants ?? [];
    if (!grant?.unit) throw new Error("the worker has no unit");
    const name = "Onsdag eftermiddag";
    const opened = { id, unit: grant.unit, name, openedBy: leader, openedAt: at, closedAt: null };
    await tx.registrationSessions.insert(opened);
    await tx.registrationSessions.join(id, worker, at);
    const hand = { concept: "violenceSeverity", account: worker };
    await tx.registrationSessions.raiseHand(id, hand, at);
    return `/stuga/${grant.unit}/${id}`;
  });
}

async function waitForHand(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "1 hand uppe: Våldets grovhet" }).waitFor();
}

async function takeCaseTogether(page: Page): Promise<void> {
  await waitForHand(page);
  await page.keyboard.press("n");
  const bar = page.getByRole("region", { name: "Registreringsstuga" });
  await bar.getByText("1 hand uppe: Våldets grovhet").waitFor();
  await page.locator(".question:focus-within, .phase-end:focus-within").first().waitFor();
  // Its first question is where most work begins, and stands under no bar.
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.scrollTo(0, 0);
  });
}

async function waitForOneAnswer(page: Page): Promise<void> {
  await page.getByRole("group", { name: "Våldets grovhet" }).waitFor();
}
