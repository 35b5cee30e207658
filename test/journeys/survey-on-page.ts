import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { effectiveCodebook } from "#codebook";
import { type AskedIn, parseSurveyLanguage, questionIn, type SurveyLanguage } from "#survey";
import { sidewaysPixels } from "./calm-page.ts";
import { smallTargets } from "./small-targets.ts";

const folder = join(import.meta.dirname, "../../src/survey/languages");

/** A language as it ships. */
export function shippedLanguage(tag: string): SurveyLanguage {
  const name = `${tag}.json`;
  const parsed = parseSurveyLanguage(name, JSON.parse(readFileSync(join(folder, name), "utf8")));
  if (parsed.kind === "refused") throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

export type AskedOnPage = AskedIn & { readonly id: string };

/** What a client is asked, in her language and in order. */
export function questionsTo(language: SurveyLanguage): readonly AskedOnPage[] {
  const variables = effectiveCodebook("su-kvinnofrid-2021")?.variables ?? [];
  return variables
    .filter(({ phase, view }) => phase === "client" && !view)
    .map((variable) => ({ id: variable.id, ...questionIn(language, variable) }));
}

/** The client at her device. */
export type ClientOnPage = {
  readonly page: Page;
  readonly language: SurveyLanguage;
};

export async function enterDigits({ page, language }: ClientOnPage, pin: string): Promise<void> {
  const { neutral } = language.words;
  await page.getByLabel(neutral.pin).fill(pin);
  await press({ page, language }, neutral.open);
}

/** A button of the page, by what stands on it. */
export async function press({ page }: ClientOnPage, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

/** Where one question is asked, the one that is meant. */
export async function waitForQuestionOf({ page }: ClientOnPage, asked: AskedOnPage): Promise<void> {
  await page.getByRole("group", { name: asked.ask }).waitFor();
}

export async function choose(
  { page }: ClientOnPage,
  asked: AskedOnPage,
  code: number,
): Promise<void> {
  const text = asked.options.find((option) => option.code === code)?.text ?? "";
  await group({ page }, asked).getByText(text, { exact: true }).click();
}

export async function skip({ page, language }: ClientOnPage, asked: AskedOnPage): Promise<void> {
  await group({ page }, asked).getByText(language.words.asking.skip, { exact: true }).click();
}

/** What is chosen, as it reads. */
export async function chosenAt(
  { page }: Pick<ClientOnPage, "page">,
  asked: AskedOnPage,
): Promise<readonly string[]> {
  const checked = group({ page }, asked).locator("label:has(input:checked)");
  return (await checked.allInnerTexts()).map((text) => text.trim());
}

function group({ page }: Pick<ClientOnPage, "page">, { ask }: AskedOnPage) {
  return page.getByRole("group", { name: ask });
}

/** What every page of hers keeps to, whatever it says. */
export async function assertForEverybody({ page, language }: ClientOnPage): Promise<void> {
  const where = `${new URL(page.url()).pathname} in ${language.tag}`;
  assert.equal(await page.title(), language.words.neutral.title, where);
  assert.equal(await sidewaysPixels(page), 0, `${where} scrolls sideways`);
  assert.deepEqual(await smallTargets(page), [], where);
  const leave = page.getByRole("link", { name: language.words.neutral.leave, exact: true });
  const box = await leave.boundingBox();
  assert.ok(box && box.width >= 44 && box.height >= 44, `${where}: the way out is small`);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const isSeen =
    box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
  assert.ok(isSeen, `${where}: the way out is not in sight`);
  assert.equal(await page.locator("html").getAttribute("dir"), language.direction, where);
}
