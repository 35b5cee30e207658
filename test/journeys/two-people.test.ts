import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Page } from "playwright-core";
import type { AnswerValue } from "#codebook";
import { goToPage, pressAt, signInAs, tabTo, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { beginCase, readCaseCode, waitForQuestion, waitUntilSaved } from "./case-on-page.ts";
import { type GivenDemo, givenDemo, granviken } from "./given-demo.ts";
import { journey } from "./journey.ts";
import { collectRefused } from "./refused-requests.ts";
import { openWatchedPage, type Trouble } from "./watched-page.ts";

/** Two colleagues at one case and one question, each in a browser of her or his own. */
const step = journey();
let demo: GivenDemo;
let anna: Page;
let samir: Page;
let troubles: readonly (readonly Trouble[])[];
let refusedSamir: readonly string[];
let code: string;

before(async () => {
  demo = await givenDemo({ alsoIn: ["Samir Nourani"] });
  const annas = await openWatchedPage(demo.browser, demo.origin);
  const samirs = await openWatchedPage(demo.browser, demo.origin);
  [anna, samir] = [annas.page, samirs.page];
  troubles = [annas.troubles, samirs.troubles];
  refusedSamir = collectRefused(samir);
});
after(() => demo.close());

step("Anna begins a case and comes to the third question", async () => {
  await anna.goto("/");
  await signInAs(anna, { name: "Anna Tallvik" });
  code = await beginCase(anna);
  await anna.keyboard.press("1");
  await anna.keyboard.press("Enter");
  await anna.keyboard.type("1991");
  await anna.keyboard.press("Enter");
  await waitForQuestion(anna, "Födelsebakgrund");
  await waitUntilSaved(anna);
});

step(
  "Samir finds it by its code, opens it with a reason, and comes to the same question",
  async () => {
    await samir.goto("/");
    await signInAs(samir, { name: "Samir Nourani" });
    await goToPage(samir, "Ärenden");
    await samir.keyboard.type(code);
    await samir.getByText("1 ärende", { exact: true }).waitFor();
    await samir.keyboard.press("ArrowDown");
    await samir.keyboard.press("Enter");
    await waitForHeading(samir, "En kollegas ärende");
    await assertCalm(samir);
    await samir.keyboard.type("Anna är på utbildning i dag");
    await samir.keyboard.press("Enter");
    assert.equal(await readCaseCode(samir), code);
    await waitForQuestion(samir, "Födelsebakgrund");
  },
);

step("both answer; the second is told who did, and sees both answers", async () => {
  await anna.keyboard.press("1");
  await waitUntilSaved(anna);
  await samir.keyboard.press("4");
  const alert = samir.getByRole("alert");
  await alert
    .getByText(/^Anna Tallvik svarade på samma fråga \d\d[.:]\d\d, medan du svarade\.$/)
    .waitFor();
  assert.deepEqual(await alert.locator("dd").allInnerTexts(), [
    "Född utanför Europa",
    "Född i Sverige, minst en förälder född i Sverige",
  ]);
  await samir
    .getByRole("status")
    .getByText("Två svar på samma fråga. Välj vilket som ska gälla.")
    .waitFor();
  await assertCalm(samir);
  assert.deepEqual(await stored("V03"), { by: "Anna Tallvik", value: chosen(1) });
});

step("he can go on answering before he chooses", async () => {
  await samir.keyboard.press("Enter");
  await waitForQuestion(samir, "Har barn under 18 år");
  await Promise.all([answered(samir, "V04"), samir.keyboard.press("2")]);
  assert.deepEqual(await stored("V04"), { by: "Samir Nourani", value: chosen(2) });
});

step("he keeps his own, and it is saved over hers", async () => {
  await samir.keyboard.press("Backspace");
  await waitForQuestion(samir, "Födelsebakgrund");
  await pressAt(samir, samir.getByRole("button", { name: "Behåll mitt svar" }));
  await waitUntilSaved(samir);
  assert.deepEqual(await stored("V03"), { by: "Samir Nourani", value: chosen(4) });
  await samir.getByRole("alert").waitFor({ state: "detached" });
  await waitForQuestion(samir, "Födelsebakgrund");
});

step("now Anna is the second at his question; she takes his answer and loses nothing", async () => {
  await anna.keyboard.press("Enter");
  await waitForQuestion(anna, "Har barn under 18 år");
  await anna.keyboard.press("1");
  const alert = anna.getByRole("alert");
  await alert.getByText(/^Samir Nourani svarade på samma fråga/).waitFor();
  assert.deepEqual(await alert.locator("dd").allInnerTexts(), [
    "Nej",
    "Ja, hemmavarande (helt/delvis)",
  ]);
  await pressAt(anna, anna.getByRole("button", { name: "Ta Samirs svar" }));
  await waitUntilSaved(anna);
  await waitForQuestion(anna, "Har barn under 18 år");
  const kept = { name: "Ja, hemmavarande (helt/delvis)", checked: true } as const;
  await anna.getByRole("radio", kept).waitFor();
  assert.deepEqual(await stored("V04"), { by: "Samir Nourani", value: chosen(2) });
  assert.deepEqual(await stored("V02"), {
    by: "Anna Tallvik",
    value: { kind: "number", number: 1991 },
  });
});

step("Anna completes the phase", async () => {
  await anna.keyboard.press("Enter");
  await anna.keyboard.press("1");
  await anna.keyboard.press("Enter");
  await anna.keyboard.press("2");
  await anna.keyboard.press("Control+Enter");
  await anna.getByText("Bakgrund är klar.").waitFor();
});

step(
  "Samir, who is still in it, is told at his question why his answer was not saved",
  async () => {
    await samir.keyboard.press("Enter");
    await samir.keyboard.press("Enter");
    await waitForQuestion(samir, "Huvudsaklig försörjning");
    await samir.keyboard.press("3");
    const alert = samir.getByRole("alert");
    await alert.getByText("Det sparades inte.").waitFor();
    await alert.getByText("Fasen är klar. Öppna den igen om något ska ändras.").waitFor();
    const own = { name: "Ekonomiskt bistånd/försörjningsstöd", checked: true } as const;
    await samir.getByRole("radio", own).waitFor();
    await assertCalm(samir);
  },
);

step(
  "he looks at what is saved: the finished phase with her answers, and how to open it",
  async () => {
    await pressAt(samir, samir.getByRole("button", { name: "Visa det som är sparat" }));
    const open = samir.getByRole("button", { name: "Öppna fasen igen" });
    await open.waitFor();
    await samir.getByRole("definition").filter({ hasText: "Arbete" }).waitFor();
    await tabTo(samir, open);
    await assertCalm(samir);
  },
);

step("nothing but what was told was refused, and nothing went wrong", () => {
  assert.deepEqual(troubles, [[], []]);
  assert.deepEqual(
    refusedSamir.filter((line) => !line.startsWith("401 ")),
    [
      `403 GET /api/cases/${code}`,
      `409 PUT /api/cases/${code}/answers/V03`,
      `409 PUT /api/cases/${code}/answers/V05`,
    ],
  );
});

function chosen(...codes: readonly number[]): AnswerValue {
  return { kind: "codes", codes };
}

async function stored(variable: string) {
  return demo.store.within(granviken, async (tx) => {
    const record = await tx.cases.find(code);
    const names = await tx.accounts.names();
    const mark = record?.marks[variable];
    return { by: mark && names.get(mark.by), value: record?.sheet.answers[variable] };
  });
}

/** The server has answered the saving of this question. */
async function answered(page: Page, variable: string): Promise<void> {
  const response = await page.waitForResponse((each) =>
    each.url().endsWith(`/api/cases/${code}/answers/${variable}`),
  );
  assert.equal(response.status(), 200);
}
