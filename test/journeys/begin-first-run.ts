import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { pressAt, tabTo, typeAt, waitForHeading } from "./by-keyboard.ts";

/** How the fields are filled: by keyboard as people do, or at once where only the program's time counts. */
export type Hands = {
  readonly write: (page: Page, label: string, text: string) => Promise<void>;
  /** The page stands as it is after a step. */
  readonly seen: (page: Page) => Promise<void>;
};

export const byKeyboard: Hands = { write: typeAt, seen: async () => {} };

export const beginner = {
  municipality: "Mölndal",
  name: "Eva Stenmo",
  signInName: "eva.stenmo",
  unit: "Familjefrid",
  password: "fyra kloka igelkottar på fest",
} as const;

/** From the address that the terminal told until the administrator has a link of her own. */
export async function beginByAddress(page: Page, beginning: string, hands: Hands): Promise<void> {
  await page.goto(beginning);
  await page.getByRole("heading", { name: "Kommunen och du" }).waitFor();
  await hands.seen(page);
  await hands.write(page, "Kommun", beginner.municipality);
  await hands.write(page, "Ditt namn", beginner.name);
  await pressAt(page, page.getByRole("button", { name: "Fortsätt", exact: true }));
  await waitForHeading(page, `Välkommen, ${beginner.name}`);
}

/** On the page of a one-time link: a password, and the codes of an app. @returns the app. */
export async function chooseByPassword(
  page: Page,
  hands: Hands,
  password: string = beginner.password,
): Promise<TOTP> {
  await choosePassword(page);
  await pressAt(page, page.getByText("Går rutan inte att läsa av?"));
  const seed = await page.locator(".code-seed").innerText();
  const app = new TOTP({ secret: Secret.fromBase32(seed.replaceAll(" ", "")) });
  await hands.seen(page);
  await hands.write(page, "Lösenord", password);
  await hands.write(page, "Kod", app.generate());
  await pressAt(page, page.getByRole("button", { name: "Spara och logga in" }));
  return app;
}

/** Where there is anything to choose: at a bare number no browser offers a passkey. */
async function choosePassword(page: Page): Promise<void> {
  await page.getByRole("heading", { name: /^Välkommen/ }).waitFor();
  const wanted = page.getByRole("radio", { name: /^Lösenord och kod/ });
  if ((await wanted.count()) === 0) return;
  await tabTo(page, page.getByRole("radio", { checked: true }));
  for (let pressed = 0; pressed < 5 && !(await wanted.isChecked()); pressed++) {
    await page.keyboard.press("ArrowDown");
  }
}

export async function addFirstUnit(page: Page, hands: Hands): Promise<void> {
  await waitForHeading(page, "Kom igång: enheter");
  await hands.seen(page);
  await hands.write(page, "Enhetens namn", beginner.unit);
  await tabTo(page, page.getByRole("radio", { name: "Både myndighet och utförare" }));
  await page.keyboard.press("Space");
  await pressAt(page, page.getByRole("button", { name: "Lägg till enheten" }));
  await page.getByRole("button", { name: "Fortsätt", exact: true }).waitFor();
  await hands.seen(page);
}

export async function goOn(page: Page, name: string = "Fortsätt"): Promise<void> {
  await pressAt(page, page.getByRole("button", { name, exact: true }));
}

export async function readCodebookStep(page: Page, hands: Hands): Promise<void> {
  await waitForHeading(page, "Kom igång: frågorna");
  await hands.seen(page);
  await goOn(page, "Fortsätt med frågorna");
  await waitForHeading(page, "Kom igång: personer");
}

/** The administrator meets clients herself, too. */
export async function takeRole(page: Page, hands: Hands): Promise<void> {
  await hands.seen(page);
  await tabTo(page, page.getByRole("checkbox", { name: beginner.unit }));
  await page.keyboard.press("Space");
  await goOn(page, "Ge mig rollen");
  await goOn(page);
  await waitForHeading(page, "Kom igång: första ärendet");
  await hands.seen(page);
}

/** From the address that the terminal told until the first case is being started. */
export async function wholeFirstRun(page: Page, beginning: string, hands: Hands): Promise<void> {
  await beginByAddress(page, beginning, hands);
  await chooseByPassword(page, hands);
  await addFirstUnit(page, hands);
  await goOn(page);
  await readCodebookStep(page, hands);
  await takeRole(page, hands);
  await goOn(page, "Börja det första ärendet");
  await waitForHeading(page, "Nytt ärende");
}
