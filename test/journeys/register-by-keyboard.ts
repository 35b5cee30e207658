import type { Page } from "playwright-core";
import type { Codebook, PhaseId, Question } from "#codebook";
import type { Written, WrittenCase } from "#scenario";
import { type FocusedPlace, focusedPlace } from "./case-on-page.ts";

const optionKeys = [..."123456789abcdef"];
const missingKeys = { 97: "e", 98: "s", 99: "v" };

/**
 * Answers whatever question the keyboard is at as the sheet has it, and goes on with Enter, until the
 * end of the phase. Adds a row where the sheet has one more; a question without an answer on the sheet
 * is passed by.
 * @returns what was asked, in order: «Kön», «Insats 1: Startdatum».
 */
export async function registerPhase(
  page: Page,
  codebook: Codebook,
  sheet: WrittenCase,
  phase: PhaseId,
): Promise<readonly string[]> {
  const asked: string[] = [];
  const added = new Map<string, number>();
  for (;;) {
    const place = await focusedPlace(page);
    if (place.question !== undefined) {
      const { question, written } = findAnswer(codebook, sheet, phase, place);
      asked.push(place.row ? `${place.row}: ${place.question}` : place.question);
      if (written !== undefined) await answer(page, question, written);
      await page.keyboard.press("Enter");
      continue;
    }
    const group = codebook.groups.find(({ addLabel }) => addLabel.sv === place.control);
    if (!group) return asked;
    const rows = sheet.rows.filter((row) => row.group === group.id && row.phase === phase);
    const count = added.get(group.id) ?? 0;
    if (count === rows.length) {
      await page.keyboard.press("Tab");
      continue;
    }
    await page.keyboard.press("Enter");
    added.set(group.id, count + 1);
    await page
      .getByRole("group", { name: `${group.label.sv} ${count + 1}`, exact: true })
      .and(page.locator(":focus-within"))
      .waitFor();
  }
}

/** What the sheet has at the place where the keyboard is. */
export function findAnswer(
  codebook: Codebook,
  sheet: WrittenCase,
  phase: PhaseId,
  { question: text, row }: FocusedPlace,
): { readonly question: Question; readonly written: Written | undefined } {
  if (row === undefined) {
    const question = codebook.variables.find((each) => each.phase === phase && reads(each, text));
    if (question) return { question, written: sheet.answers[question.id] };
  }
  const group = codebook.groups.find(({ label }) => row?.startsWith(`${label.sv} `));
  const question = group?.fields.find((field) => reads(field, text));
  if (!group || !question) throw new Error(`the codebook does not ask «${row} ${text}»`);
  const rows = sheet.rows.filter((each) => each.group === group.id && each.phase === phase);
  const number = Number(row?.slice(group.label.sv.length));
  return { question, written: rows[number - 1]?.fields[question.id] };
}

function reads({ prompt, label }: Question, text: string | undefined): boolean {
  return (prompt ?? label).sv === text;
}

/** By the keys that stand beside the answers; a day or a year is typed. */
export async function answer(page: Page, question: Question, written: Written): Promise<void> {
  if (typeof written === "string") return page.keyboard.type(written.replaceAll("-", ""));
  const codes = typeof written === "number" ? [written] : written;
  for (const code of codes) await page.keyboard.type(keyOf(question, code));
}

/** The key that stands beside the answer. */
export function keyOf({ id, type, options, missing }: Question, code: number): string {
  const reserve = missing.find((each) => each.code === code);
  if (reserve) return missingKeys[reserve.code];
  if (type === "integer") return String(code);
  const key = optionKeys[options.findIndex((option) => option.code === code)];
  if (key === undefined) throw new Error(`${id} has no option ${code}`);
  return key;
}
