import {
  type AnswerSheet,
  type Codebook,
  type Item,
  measuredFields,
  type RepeatGroup,
} from "#codebook";
import { type IsoDate, swedishDay } from "#kernel";
import type { CaseView } from "#server";
import { valueInWords } from "../../words/answer-words.ts";
import { surveyModeNames } from "../../words/case-words.ts";

export type TimelineEvent = {
  readonly date: IsoDate;
  readonly what: string;
  readonly detail?: string;
};

/** The dated steps of a case in order, and the names of rows that bear no date. */
export function eventsOf(
  view: CaseView,
  codebook: Codebook,
  sheet: AnswerSheet,
): { readonly dated: readonly TimelineEvent[]; readonly undated: readonly string[] } {
  const rows = sheet.items.map((item) => eventsOfRow(codebook, item));
  const dated = [
    { date: view.startedOn, what: "Ärendet började" },
    ...rows.flatMap(({ dated: found }) => found),
    ...phasesOf(view, codebook),
    ...surveyOf(view),
    ...(view.closedOn ? [{ date: view.closedOn, what: "Ärendet avslutades" }] : []),
  ];
  return {
    dated: dated.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    undated: rows.flatMap(({ undated }) => undated),
  };
}

/** What happened to a row on the day that its field holds, by the field's id. */
const rowEventNames: { readonly [field: string]: (name: string) => string } = {
  date: (name) => name,
  start: (name) => `${name} började`,
  end: (name) => `${name} slutade`,
};

/**
 * A row is told by its first choice («FREDA-farlighetsbedömning») and by what is measured in it, once
 * for each of its dates.
 */
function eventsOfRow(codebook: Codebook, item: Item) {
  const group = codebook.groups.find(({ id }) => id === item.group);
  const name = group?.label.sv ?? item.group;
  const detail = group ? detailOf(codebook, group, item) : "";
  const dated = (group?.fields ?? []).flatMap((field): readonly TimelineEvent[] => {
    const answer = item.answers[field.id];
    if (answer?.kind !== "date") return [];
    const what =
      rowEventNames[field.id] ?? ((label) => `${label}, ${field.label.sv.toLowerCase()}`);
    return [{ date: answer.date, what: detail ? `${what(name)}:` : what(name), detail }];
  });
  return { dated, undated: dated.length === 0 ? [detail || name] : [] };
}

function detailOf(codebook: Codebook, group: RepeatGroup, { answers }: Item): string {
  const measured = measuredFields(codebook, group);
  const choices = group.fields.filter(({ type }) => type === "single" || type === "multiple");
  const told = choices.flatMap((field, index) => {
    const value = answers[field.id];
    if (!value || (index > 0 && !measured.includes(field.id))) return [];
    const words = valueInWords(field, value);
    return [measured.includes(field.id) ? `${field.label.sv.toLowerCase()}: ${words}` : words];
  });
  return told.join(", ");
}

function phasesOf(view: CaseView, codebook: Codebook): readonly TimelineEvent[] {
  return codebook.phases.flatMap(({ id, label }) => {
    const done = view.completed[id];
    return done ? [{ date: swedishDay(done.at), what: `${label.sv} klar`, detail: done.by }] : [];
  });
}

function surveyOf({ survey }: CaseView): readonly TimelineEvent[] {
  switch (survey.kind) {
    case "offered":
      return [
        {
          date: survey.on,
          what: "Enkäten erbjöds",
          ...(survey.mode === undefined ? {} : { detail: surveyModeNames[survey.mode] }),
        },
      ];
    case "answered":
      return [{ date: survey.on, what: "Klienten svarade på enkäten" }];
    case "declined":
      return [{ date: survey.on, what: "Klienten avböjde enkäten" }];
    default:
      return [];
  }
}
