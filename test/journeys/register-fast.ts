import type { Page } from "playwright-core";
import type { Codebook, PhaseId, Question } from "#codebook";
import { type IsoDate, swedishDay, systemClock } from "#kernel";
import { registeredPhases } from "#registration";
import type { Written, WrittenCase } from "#scenario";
import { waitForHeading } from "./by-keyboard.ts";
import { focusedPlace, readCaseCode, waitForQuestion } from "./case-on-page.ts";
import { findAnswer, keyOf } from "./register-by-keyboard.ts";

/** What a registered case has cost the hands and the head. */
export type FastCase = {
  readonly code: string;
  /** Questions and days that were answered; a row that is added, or a phase completed, is none. */
  readonly answered: number;
  /** How many of them went on by themselves, and would have taken an Enter each. */
  readonly wentOn: number;
};

/**
 * One whole case from Start until it is closed, as somebody who knows the keys does it: `n`, `g` once
 * for going on at every choice, the key beside each answer, days without their year where the page
 * understands which is meant, and nothing where it says that nothing means today.
 */
export async function registerFast(
  page: Page,
  codebook: Codebook,
  sheet: WrittenCase,
): Promise<FastCase> {
  await page.keyboard.press("n");
  await waitForHeading(page, "Nytt ärende");
  await typeDay(page, sheet.startedOn, isoDigits);
  await page.keyboard.press("Enter");
  const code = await readCaseCode(page);
  const done = { answered: 1, wentOn: 0 };
  for (const phase of registeredPhases) {
    const label = codebook.phases.find(({ id }) => id === phase)?.label.sv ?? phase;
    await page.getByRole("heading", { name: label, exact: true, level: 2 }).waitFor();
    await waitForQuestion(page, firstQuestionOf(codebook, phase));
    if (phase === registeredPhases[0]) await page.keyboard.press("g");
    await registerPhaseFast(page, codebook, sheet, phase, done);
    if (phase === "after" && sheet.closedOn) {
      await typeDay(page, sheet.closedOn, dayAndMonth);
      done.answered += 1;
    }
    await page.keyboard.press("Enter");
  }
  await page.getByText("Ärendet är avslutat.").waitFor();
  return { code, ...done };
}

/** Until the end of the phase has focus. */
async function registerPhaseFast(
  page: Page,
  codebook: Codebook,
  sheet: WrittenCase,
  phase: PhaseId,
  done: { answered: number; wentOn: number },
): Promise<void> {
  const added = new Map<string, number>();
  for (;;) {
    const place = await focusedPlace(page);
    if (place.question !== undefined) {
      const { question, written } = findAnswer(codebook, sheet, phase, place);
      const hasGoneOn = question.type === "single" && written !== undefined;
      if (written !== undefined) done.answered += 1;
      if (hasGoneOn) done.wentOn += 1;
      await answerFast(page, question, written);
      if (!hasGoneOn) await page.keyboard.press("Enter");
      continue;
    }
    const group = codebook.groups.find(({ addLabel }) => addLabel.sv === place.control);
    if (!group) return;
    const rows = sheet.rows.filter((row) => row.group === group.id && row.phase === phase);
    const count = added.get(group.id) ?? 0;
    const [first] = group.fields;
    const written = first && rows[count]?.fields[first.id];
    if (typeof written === "number") {
      await page.keyboard.press(keyOf(first as Question, written));
      done.answered += 1;
      done.wentOn += 1;
      added.set(group.id, count + 1);
    } else await page.keyboard.press("Tab");
  }
}

async function answerFast(page: Page, question: Question, written: Written | undefined) {
  if (typeof written === "string") await typeDay(page, written as IsoDate, dayAndMonth);
  else for (const code of codesOf(written)) await page.keyboard.type(keyOf(question, code));
}

function codesOf(written: number | readonly number[] | undefined): readonly number[] {
  if (written === undefined) return [];
  return typeof written === "number" ? [written] : written;
}

/** Today is what the field itself says that it is typed as. */
async function typeDay(page: Page, day: IsoDate, short: (day: IsoDate) => string): Promise<void> {
  if (day !== swedishDay(systemClock.now())) return page.keyboard.type(short(day));
  const hint = await page.evaluate(() => {
    const described = document.activeElement?.getAttribute("aria-describedby")?.split(" ") ?? [];
    return described.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  });
  if (!hint.includes("Tomt")) await page.keyboard.type("0");
}

/** `2023-03-10` → `230310` */
function isoDigits(day: IsoDate): string {
  return day.slice(2).replaceAll("-", "");
}

/** `2023-03-10` → `1003` */
function dayAndMonth(day: IsoDate): string {
  return `${day.slice(8)}${day.slice(5, 7)}`;
}

function firstQuestionOf(codebook: Codebook, phase: PhaseId): string {
  const first = codebook.variables.find((variable) => variable.phase === phase && !variable.view);
  return (first?.prompt ?? first?.label)?.sv ?? "";
}
