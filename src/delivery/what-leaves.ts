import type { Codebook, Question } from "#codebook";
import { nationSpecifications } from "#tabulation";
import { questionLabel } from "./answer-label.ts";
import { type DeliverableQuestion, deliverableOf } from "./deliverable.ts";
import { deliverableAt } from "./deliverable-at.ts";
import type { DeliveryHeading } from "./delivery-format.ts";
import { isOfCasesAlone, tableTitle } from "./table-title.ts";
import { withoutAdditions } from "./without-additions.ts";
import { type CountedWords, countedWords } from "./words/counted-words.ts";
import {
  formWords,
  headingWords,
  levelWords,
  ofCaseWords,
  staysWords,
  toldWords,
} from "./words/leaving-words.ts";

/** What leaves a municipality and what does not, in words for whoever decides to send it. */
export type WhatLeaves = {
  readonly level: DeliveryHeading["level"];
  readonly summary: string;
  /** What the file says of the sender and the round. */
  readonly heading: readonly { readonly label: string; readonly said: string }[];
  /** Each thing that leaves, and in which form. */
  readonly leaves: readonly Leaving[];
  /** Each thing that does not, and why. */
  readonly stays: readonly { readonly label: string; readonly why: string }[];
};

export type Leaving = {
  readonly label: string;
  /** «åldersgrupp när ärendet startade» */
  readonly said: string;
  /** The repeat group that it is asked in; of a table of counts or a question of the case `null`. */
  readonly group: string | null;
};

/**
 * @param heading as it will stand first in the delivery.
 * @param codebook with the municipality's overlay, where it has one: its own questions are named.
 */
export function whatLeaves(heading: DeliveryHeading, codebook: Codebook): WhatLeaves {
  const { level } = heading;
  return {
    level,
    summary: level === "counts" ? countedWords(codebook).onlyCounts : levelWords[level],
    heading: headingIn(heading, countedWords(codebook)),
    leaves:
      level === "counts" ? tablesLeaving(withoutAdditions(codebook)) : rowsLeaving(level, codebook),
    stays: staying(level, codebook),
  };
}

function headingIn(heading: DeliveryHeading, words: CountedWords): WhatLeaves["heading"] {
  const { municipality, units, statedCases, round, codebook, overlay, sequence } = heading;
  const own = overlay ? [{ label: headingWords.overlay, said: versionOf(overlay) }] : [];
  return [
    { label: headingWords.municipality, said: `${municipality.name} (${municipality.code})` },
    { label: headingWords.units, said: units.join(", ") || headingWords.noUnits },
    {
      label: words.stated,
      said: statedCases === null ? headingWords.nothingStated : String(statedCases),
    },
    { label: headingWords.round, said: `${round.id} (${round.from}–${round.through})` },
    { label: headingWords.codebook, said: versionOf(codebook) },
    ...own,
    { label: headingWords.sequence, said: String(sequence) },
  ];
}

function versionOf({ id, version }: { readonly id: string; readonly version: string }): string {
  return `${id} ${version}`;
}

function rowsLeaving(level: "rows" | "coarse-rows", codebook: Codebook): readonly Leaving[] {
  const { questions, groups } = deliverableAt(codebook, level);
  const { id, started, closed, counts, begun } = ofCaseWords;
  const times = level === "rows" ? [started, closed] : [];
  return [
    ...[id, ...times, counts, begun].map((each) => ({ ...each, group: null })),
    ...[...questions.values()].map((each) => leaving(each, null)),
    ...[...groups].flatMap(([group, { fields }]) => {
      const label = codebook.groups.find((each) => each.id === group)?.label.sv ?? group;
      return [...fields.values()].map((each) => leaving(each, label));
    }),
  ];
}

function leaving({ question, form }: DeliverableQuestion, group: string | null): Leaving {
  return { label: questionLabel(question), said: formWords[form], group };
}

function tablesLeaving(codebook: Codebook): readonly Leaving[] {
  const { total } = countedWords(codebook);
  const told = nationSpecifications(codebook).filter((each) => !isOfCasesAlone(each, codebook));
  return told.map((specification) => ({
    label: tableTitle(specification, codebook),
    said: specification.measure.kind === "cases" ? total : toldWords.tableForm,
    group: null,
  }));
}

function staying(level: DeliveryHeading["level"], codebook: Codebook): WhatLeaves["stays"] {
  const { rows, stays } = countedWords(codebook);
  return [
    ...(level === "counts" ? [rows] : []),
    ...stays,
    ...questionsOf(codebook).flatMap((asked) => stayingQuestion(asked, level, codebook)),
  ];
}

type Asked = { readonly question: Question; readonly group: string | undefined };

function questionsOf({ variables, groups }: Codebook): readonly Asked[] {
  return [
    ...variables.filter(({ view }) => !view).map((question) => ({ question, group: undefined })),
    ...groups.flatMap(({ id, fields }) => fields.map((question) => ({ question, group: id }))),
  ];
}

function stayingQuestion(
  { question, group }: Asked,
  level: DeliveryHeading["level"],
  codebook: Codebook,
): WhatLeaves["stays"] {
  const name = questionLabel(question);
  const within = codebook.groups.find(({ id }) => id === group)?.label.sv;
  const label = within === undefined ? name : `${within}: ${name}`;
  if (question.exportLevel !== "national") {
    const isOwn = `${group ?? ""}${question.id}`.includes(".");
    return [{ label, why: isOwn ? staysWords.own : staysWords.local }];
  }
  const { birthYear, birthYearWhy, birthYearInCounts, day, notCounted } = staysWords;
  if (question.ageBandCuts) {
    return [{ label: birthYear(name), why: level === "counts" ? birthYearInCounts : birthYearWhy }];
  }
  if (level === "counts") return [];
  const { questions, groups } = deliverableAt(codebook, level);
  const left = group === undefined ? questions : groups.get(group)?.fields;
  if (!left?.has(question.id) && isLeavingAtAll(question, group, codebook)) {
    return [{ label, why: notCounted }];
  }
  return question.type === "date" ? [{ label, why: day }] : [];
}

function isLeavingAtAll(question: Question, group: string | undefined, codebook: Codebook) {
  const { questions, groups } = deliverableOf(codebook);
  const all = group === undefined ? questions : groups.get(group)?.fields;
  return all?.has(question.id) ?? false;
}
