import { join } from "node:path";
import type { TestContext } from "node:test";
import { type Codebook, effectiveCodebook } from "#codebook";
import type { InternalTable } from "#disclosure";
import type { IsoDate, Language } from "#kernel";
import type { TableSpecification } from "#tabulation";
import { type Asked, type Findings, findingsOf } from "../index.ts";
import { analysed, type Story, type Unit } from "./unit-story.ts";

export const codebook = shipped("su-kvinnofrid-2021");

function shipped(id: string): Codebook {
  const found = effectiveCodebook(id);
  if (!found) throw new Error(`the library has lost ${id}`);
  return found;
}

export function review(context: TestContext, name: string, asked: readonly Asked[]) {
  const told = (["sv", "en"] as const).map((language) =>
    written(findingsOf(asked, { codebook, language }), language),
  );
  context.assert.fileSnapshot(
    `${told.join("\n---\n\n")}`,
    join(import.meta.dirname, "../golden", `findings-${name}.md`),
    { serializers: [String] },
  );
}

const headings = {
  sv: ["Det sticker ut", "Hur säkert är det?", "Vad saknas?", "Att prata om"],
  en: ["What stands out", "How sure is it?", "What is missing?", "What to talk about"],
} as const;

function written(
  { standsOut, howSure, missing, toTalkAbout }: Findings,
  language: Language,
): string {
  return [standsOut, howSure, missing, toTalkAbout]
    .map((part, index) => {
      const lines = part.length === 0 ? ["–"] : part.map((sentence) => `- ${sentence}`);
      return `## ${headings[language][index]}\n${lines.join("\n")}\n`;
    })
    .join("\n");
}

export const one = (table: InternalTable | undefined): readonly Asked[] => {
  if (!table) throw new Error("nothing was counted");
  return [{ kind: "table", table }];
};

export async function ask(
  unit: Unit | readonly Story[],
  specification: TableSpecification,
): Promise<readonly Asked[]> {
  const [table] = await analysed(unitOf(unit), [specification]);
  return one(table);
}

export function unitOf(unit: Unit | readonly Story[]): Unit {
  return "stories" in unit ? unit : { codebook, stories: unit };
}

/** So many of each. */
export function many(count: number, story: Story): readonly Story[] {
  return Array.from({ length: count }, () => story);
}

export const severe: Story = { answers: { V10: 3 } };
export const lessSevere: Story = { answers: { V10: 2 } };
export const unanswered: Story = {};

export const verySevere: TableSpecification = {
  id: "very-severe-violence",
  population: "started",
  measure: { kind: "share", variable: "V10", codes: [3], base: "answered" },
};
export const severity: TableSpecification = {
  id: "V10",
  population: "started",
  measure: { kind: "frequencies", variable: "V10" },
};

export const support = (...kinds: readonly number[]): Pick<Story, "rows"> => ({
  rows: kinds.map((type) => ({
    group: "intervention",
    phase: "during",
    answers: { type, form: 2 },
  })),
});

export function outcome(goal: number, change: number | null): Story {
  const answers = { V22: goal, ...(change === null ? {} : { V23: change }) };
  return { closed: "2025-11-01", answers };
}

export const year = (started: number) => ({
  from: `${started}-01-01` as IsoDate,
  until: `${started + 1}-01-01` as IsoDate,
});

export const goal: TableSpecification = {
  id: "goal-attained-wholly-or-partly",
  population: "closed",
  measure: { kind: "share", variable: "V22", codes: [1, 2], base: "answered" },
};
