import { itemId } from "#kernel";
import type { AnswerSheet, Answers, AnswerValue, Item } from "../answer.ts";
import { Codebook } from "../codebook.ts";
import { phaseIds } from "../phase.ts";

/** A codebook for one test: what the test is about is written out, all else is filled in. */
export function writtenCodebook(parts: {
  readonly variables?: readonly object[];
  readonly groups?: readonly WrittenGroup[];
  readonly [other: string]: unknown;
}): Codebook {
  return Codebook.parse({
    id: "written",
    version: "1.0.0",
    label: text("Kodbok"),
    definition: text("Kodbok"),
    validFrom: "2026-01-01",
    provenance,
    phases: phaseIds.map((id) => ({ id, label: text(id) })),
    ...parts,
    variables: (parts.variables ?? []).map((variable) => ({
      phase: "before",
      ...question(variable),
    })),
    groups: (parts.groups ?? []).map((group) => ({
      label: text(group.id),
      addLabel: text(group.id),
      phases: ["before", "during", "after"],
      ...group,
      fields: group.fields.map(question),
    })),
  });
}

type WrittenGroup = {
  readonly id: string;
  readonly fields: readonly object[];
  readonly [other: string]: unknown;
};

const provenance = { status: "reconstructed" };

function text(words: string) {
  return { sv: words, en: words };
}

function question(written: { readonly id?: string; readonly type?: string }) {
  const isChoice = !written.type || written.type === "single" || written.type === "multiple";
  return {
    concept: written.id,
    label: text(written.id ?? ""),
    type: "single",
    privacy: "sensitive",
    exportLevel: "national",
    provenance,
    ...(isChoice ? { options: [1, 2, 3].map((code) => option(code)) } : {}),
    missing: [97, 98, 99].map((code) => ({ code, label: text("Saknas") })),
    ...written,
  };
}

export function option(code: number, label = `Svar ${code}`, more: object = {}) {
  return { code, label: text(label), ...more };
}

export function codes(...chosen: readonly number[]): AnswerValue {
  return { kind: "codes", codes: chosen };
}

export function missing(code: 97 | 98 | 99): AnswerValue {
  return { kind: "missing", code };
}

export function date(day: string): AnswerValue {
  return { kind: "date", date: day } as AnswerValue;
}

export function row(id: string, group: string, phase: Item["phase"], answers: Answers): Item {
  return { id: itemId(id), group, phase, answers };
}

export function sheet(answers: Answers, ...items: readonly Item[]): AnswerSheet {
  return { answers, items };
}
