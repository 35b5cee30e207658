import type { Codebook } from "#codebook";
import { type SafeTable, type Shown, shownCases } from "#disclosure";
import type { SafePanel, ShownTable } from "../panel.ts";
import { drawStrip } from "../picture/draw-strip.ts";
import { resultWordsOf } from "../words/results/result-words.ts";
import type { StripStep } from "../words/results/told-results.ts";
import type { LocalResultsOf } from "./choice.ts";

type Step = { readonly label: string; readonly count: Shown };

/**
 * What was started in the half-year; and of what was closed in it how many clients were asked and answered.
 * The two are not of the same cases, so the picture is of the closed alone.
 */
export function localStrip(tables: readonly SafeTable[], of: LocalResultsOf): SafePanel {
  const { codebook, language, group, halfYear } = of;
  const words = resultWordsOf(language).strip;
  const cases = casesIn(tables, of, "started");
  const closed = casesIn(tables, of, "closed");
  const client = clientChain(tables, codebook, group?.id);
  const step = (name: StripStep, count: Shown): Step => ({ label: words.step(name, true), count });
  const ofClosed = [
    step("closed", closed),
    ...(client ? [step("asked", client.asked), step("answered", client.answered)] : []),
  ];
  const period = resultWordsOf(language).halfYear(halfYear);
  const told =
    cases === null || closed === null
      ? null
      : { cases, closed, group: group?.noun[language] ?? null, period };
  const answered = client?.answered ?? null;
  const hasClosed = closed !== null && closed > 0;
  return {
    lane: "safe",
    id: group ? `${group.id}:strip` : "strip",
    title: told ? words.title(told) : words.titleOfRelease(period),
    label: words.label,
    sentences: told
      ? [
          words.cases(told),
          ...(answered === null ? [] : [words.clientOfRelease(answered)]),
          ...(hasClosed ? [words.notSameCases] : []),
        ]
      : [],
    certainty: certaintyOf([cases, ...ofClosed.map(({ count }) => count)]),
    reconstructed: false,
    base: null,
    population: null,
    tables: [stripTable([step("cases", cases), ...ofClosed], of)],
    picture: hasClosed
      ? drawStrip({ name: words.label, notes: [words.notes], steps: ofClosed }, language)
      : null,
  };
}

function certaintyOf(counts: readonly Shown[]): SafePanel["certainty"] {
  if (counts.every((count) => count === null)) return "hidden";
  return counts.every((count) => count === 0) ? "empty" : "solid";
}

export function casesIn(
  tables: readonly SafeTable[],
  { group }: LocalResultsOf,
  population: "started" | "closed",
): Shown {
  return shownCases(tables, `${group ? `${group.id}:` : ""}cases ${population}`);
}

function clientChain(
  tables: readonly SafeTable[],
  { variables }: Codebook,
  group: string | undefined,
) {
  const [asked] = variables.filter(({ phase, view }) => phase === "client" && !view);
  const id = group === undefined ? asked?.id : `${group}:${asked?.id}`;
  const counts = tables.find(({ specification }) => specification.id === id)?.counts;
  return counts?.kind === "frequencies" ? counts.base : null;
}

function stripTable(steps: readonly Step[], { language }: LocalResultsOf): ShownTable {
  const words = resultWordsOf(language).strip;
  return {
    caption: words.label,
    corner: words.corner,
    columns: [{ label: words.count, unit: "count" }],
    rows: steps.map(({ label, count }) => ({
      label,
      isMissing: false,
      cells: [count ?? "hidden"],
    })),
  };
}
