import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Page } from "playwright-core";
import { effectiveCodebook, type Item, type PhaseId } from "#codebook";
import { seededRandomness } from "#kernel";
import { registeredPhases } from "#registration";
import { answerSheet, registerSheet } from "#scenario";
import { goToPage, signInAs, signOut, tabTo, typeAt, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { readCaseCode, waitForQuestion, waitUntilSaved } from "./case-on-page.ts";
import { differenceOf, type FiguresOnPage, readFigures } from "./figures-on-page.ts";
import { type GivenDemo, givenDemo, granviken } from "./given-demo.ts";
import { journey } from "./journey.ts";
import { collectRefused } from "./refused-requests.ts";
import { answer, registerPhase } from "./register-by-keyboard.ts";
import { openWatchedPage, type Trouble } from "./watched-page.ts";

/** One case from the sign-in page to the unit's figures, by keyboard alone. */
const step = journey();
let demo: GivenDemo;
let page: Page;
let troubles: readonly Trouble[];
let refused: readonly string[];
let code: string;
let casesBefore: { readonly all: number; readonly closed: number };
let figuresBefore: FiguresOnPage;

const codebook = effectiveCodebook("su-kvinnofrid-2021");
assert.ok(codebook);
const { variables, phases } = codebook;
const surveyQuestions = variables.filter(({ phase, view }) => phase === "client" && !view);
const questionsOfCase = new Set(
  variables.filter((variable) => variable.phase !== "client").map(({ label }) => label.sv),
);
/** The sex is told as two key figures. */
const women = "Kvinnor";
function promptOf(question: (typeof surveyQuestions)[number] | undefined): string {
  return question ? (question.prompt ?? question.label).sv : "";
}
const surveyOfferedOn = "2023-09-08";
const surveyAnsweredOn = "2023-09-12";

before(async () => {
  demo = await givenDemo();
  ({ page, troubles } = await openWatchedPage(demo.browser, demo.origin));
  refused = collectRefused(page);
});
after(() => demo.close());

step("a case worker signs in by one press, and finds the unit's figures", async () => {
  await page.goto("/");
  await waitForHeading(page, "Logga in");
  await assertCalm(page);
  await signInAs(page, demo.account("caseWorker"));
  await assertCalm(page);
  await goToPage(page, "Resultat");
  casesBefore = await casesOnPage();
  await assertCalm(page);
  figuresBefore = await readFigures(page);
});

step("N begins a new case; its code is to be written down", async () => {
  await goToPage(page, "Start");
  await page.keyboard.press("n");
  await waitForHeading(page, "Nytt ärende");
  await assertCalm(page);
  await page.keyboard.type("10/3 2023");
  await page.getByText("fredag 10 mars 2023").waitFor();
  await page.keyboard.press("Enter");
  code = await readCaseCode(page);
  await page.getByText(`Skriv koden ${code} i personens akt.`).waitFor();
});

/** What the codebook asks where the sheet is answered so: V08 and V12 are there, V20 has no row. */
const questionsAsked: { readonly [phase in PhaseId]?: number } = {
  background: 6,
  before: 7 + 4,
  during: 2 + 2 * 4,
  after: 4 + 4,
};

for (const phase of registeredPhases) {
  const name = phases.find(({ id }) => id === phase)?.label.sv ?? phase;

  step(`${name} is answered by the keys beside the answers, and Enter goes on`, async () => {
    await page.getByRole("heading", { name, exact: true, level: 2 }).waitFor();
    await waitForQuestion(page, firstQuestionOf(phase));
    const asked = await registerPhase(page, codebook, answerSheet, phase);
    assert.equal(asked.length, questionsAsked[phase], asked.join(", "));
    assert.equal(new Set(asked).size, asked.length);
    await assertCalm(page);
  });

  step(
    `${name} is completed where the questions end, and the unit's picture holds the case`,
    async () => {
      if (phase === "after") await page.keyboard.type("2023-09-10");
      // From any button of the phase too, which adds no row then.
      if (phase === "before")
        await tabTo(page, page.getByRole("button", { name: "Lägg till riskbedömning" }));
      await page.keyboard.press(phase === "before" ? "Control+Enter" : "Enter");
      const picture = page.getByRole("region", { name: "Er bild just nu" });
      const told = phase === "after" ? "Ärendet är avslutat." : `${name} är klar.`;
      await picture.getByText(told).waitFor();
      await picture.getByText(`med ${casesBefore.all + 1} ärenden`).waitFor();
    },
  );
}

step(
  "in the fifth phase the worker says that the client was given the survey on paper",
  async () => {
    await waitForQuestion(page, "Hur vill klienten svara?");
    await assertCalm(page);
    await page.keyboard.press("3");
    await typeAt(page, "Vilken dag?", surveyOfferedOn);
    await assertCalm(page);
    await page.keyboard.press("Enter");
    await page.getByText("Är enkäten på papper för samordnaren in svaren.").waitFor();
    await waitUntilSaved(page);
    await assertCalm(page);
  },
);

step("the coordinator keys the client's answers in, and sees nothing of the case", async () => {
  await signOut(page);
  await assertCalm(page);
  await signInAs(page, demo.account("coordinator"));
  await assertCalm(page);
  await goToPage(page, "Nyckla in enkät");
  // The code goes on by itself when it is whole, and so does a key that answers.
  await page.keyboard.type(code.toLowerCase().replaceAll("-", ""));
  await waitForQuestion(page, promptOf(surveyQuestions[0]));
  await typeAt(page, "Vilken dag svarade klienten?", surveyAnsweredOn);
  await page.keyboard.press("Enter");
  for (const question of surveyQuestions) {
    await waitForQuestion(page, promptOf(question));
    await answer(page, question, 1);
  }
  await assertCalm(page);
  await page.keyboard.press("Enter");
  await page.getByText(`Enkäten för ${code} är mottagen`).waitFor();
  assert.ok(!(await page.locator("body").innerText()).includes("1988"));
  await assertCalm(page);
  await signOut(page);
});

step("the case worker finds the case counted, one more at every answer", async () => {
  await signInAs(page, demo.account("caseWorker"));
  await goToPage(page, "Resultat");
  assert.deepEqual(await casesOnPage(), {
    all: casesBefore.all + 1,
    closed: casesBefore.closed + 1,
  });
  const registered = Object.entries(differenceOf(figuresBefore, await readFigures(page)))
    // The clients' answers are counted five at a time, so that none can be told from the figures.
    .filter(([question]) => question === women || questionsOfCase.has(question));
  assert.deepEqual(Object.fromEntries(registered), oneMoreCase);
});

step("what is stored is the answer sheet, neither more nor less", async () => {
  const stored = await demo.store.within(granviken, (tx) => tx.cases.find(code));
  assert.ok(stored);
  const worker = demo.account("caseWorker").account;
  const { municipality, unit, sheet, completed, survey, ...rest } = stored;
  const setting = { municipality, unit, worker, randomness: seededRandomness(1) };
  const played = registerSheet(answerSheet, codebook, { ...setting, takenCodes: new Set() }).record;
  assert.deepEqual(sheet.answers, played.sheet.answers);
  assert.deepEqual(sheet.items.map(withoutId), played.sheet.items.map(withoutId));
  assert.deepEqual(
    [rest.codebook, rest.state, rest.startedOn, rest.closedOn, rest.assignee],
    [codebook.id, "closed", answerSheet.startedOn, answerSheet.closedOn, worker],
  );
  assert.deepEqual(Object.keys(completed).toSorted(), registeredPhases.toSorted());
  assert.deepEqual(survey, { kind: "answered", on: surveyAnsweredOn });
  const responses = await demo.store.within(granviken, (tx) =>
    tx.surveyAnswers.forCounting(unit, [codebook.id]),
  );
  const chosen = { kind: "codes", codes: [1] };
  assert.deepEqual(
    responses.filter(({ caseId }) => caseId === stored.id).map(({ answers }) => answers),
    [Object.fromEntries(surveyQuestions.map(({ id }) => [id, chosen]))],
  );
});

step("nothing went wrong on the way, and no request left the origin", () => {
  assert.deepEqual(troubles, []);
  // Who is not signed in yet is asked to.
  assert.deepEqual(refused.toSorted(), ["401 GET /api/session", "401 GET /api/start"]);
});

/** «374 ärenden, 351 avslutade» */
async function casesOnPage() {
  const lead = page.getByText(/\d+ ärenden, \d+ avslutade/);
  const [, all, closed] = /(\d+) ärenden, (\d+) avslutade/.exec(await lead.innerText()) ?? [];
  return { all: Number(all), closed: Number(closed) };
}

function firstQuestionOf(phase: PhaseId): string {
  const first = variables.find((variable) => variable.phase === phase);
  return (first?.prompt ?? first?.label)?.sv ?? "";
}

function withoutId({ group, phase, answers }: Item) {
  return { group, phase, answers };
}

/** The sheet's answers in the words of the page: she was 35 when the case began. */
const oneMoreCase: FiguresOnPage = {
  [women]: { [women]: 1 },
  "Ålder vid ärendets start": { "35–44": 1 },
  Födelsebakgrund: { "Född i Sverige, minst en förälder född i Sverige": 1 },
  "Har barn under 18 år": { "Ja, hemmavarande (helt/delvis)": 1 },
  "Huvudsaklig försörjning": { Arbete: 1 },
  "Ärendet aktualiserat genom": { "Annan enhet inom socialtjänsten": 1 },
  "Våldsutövarens relation till den utsatta": { "Före detta partner": 1 },
  "Har lämnat våldsutövaren / relationens status": { "Har lämnat (senaste 12 mån)": 1 },
  "Typ av våld": { Psykiskt: 1, Fysiskt: 1, "Latent våld/hot": 1 },
  "Våldets grovhet": { Grovt: 1 },
  "Barn har upplevt (sett/hört/märkt) våldet": { Ja: 1 },
  "Våldet polisanmält": { Nej: 1 },
  "Riskbedömningsmetod före insats": { "FREDA-farlighetsbedömning": 1 },
  "Skattad risk/farlighet före": { Medel: 1 },
  "Har fått insats/stöd": { Ja: 1 },
  "Typ av insats": { "Stödsamtal enskilt": 1, "Skyddat boende": 1 },
  "Insatsens form": { Biståndsbeslut: 1, "Service/insats utan behovsprövning": 1 },
  "Samverkan i ärendet": { Polis: 1, "Kvinno-/brottsofferjour": 1 },
  Avslutsorsak: { "Målet uppnått": 1 },
  Måluppfyllelse: { Helt: 1 },
  "Förändring i klientens situation (handläggarens bedömning)": { Positiv: 1 },
  "Skattad risk/farlighet efter (metod + nivå)": { Låg: 1 },
  "Har risk/farlighet förändrats": { Minskat: 1 },
};
