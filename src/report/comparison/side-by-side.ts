import type { SafePanel } from "../panel.ts";
import { drawDumbbells } from "../picture/draw-dumbbells.ts";
import { afterLabel } from "../words/after-label.ts";
import { comparisonWordsOf } from "../words/comparison/comparison-words.ts";
import type { ComparisonTelling } from "./compared.ts";
import type { ComparedLine } from "./compared-line.ts";
import {
  intervalOfShare,
  placedShare,
  placeTable,
  restTable,
  shareOf,
  shareTable,
} from "./place-table.ts";
import { standingOf } from "./standing.ts";
import { findingOf, namesOf, remarksOfLines, responsesOf, tellLines } from "./tell-lines.ts";

type ToShow = {
  readonly id: string;
  readonly label: string;
  readonly lines: readonly ComparedLine[];
  /** How many shares of the page are compared. */
  readonly comparisons: number;
};

/** So many names fit in a title. */
const mostInTitle = 2;

/** The own, its area and the nation on one axis from nought, a line for each share. */
export function sideBySide(shown: ToShow, telling: ComparisonTelling): SafePanel {
  const { id, label, lines, comparisons } = shown;
  const response = responsesOf(label, lines, telling);
  return {
    lane: "safe",
    id,
    title: titleOf(shown, telling),
    label,
    sentences: [
      ...tellLines(lines, telling, comparisons),
      ...response.sentences,
      ...remarksOfLines(lines, telling),
    ],
    certainty: certaintyOf(lines, comparisons, telling),
    reconstructed: lines.some(({ subject }) => subject.reconstructed),
    base: null,
    population: null,
    tables: [...tablesOf(shown, telling), ...response.tables],
    picture: pictureOf(shown, telling),
  };
}

function titleOf({ label, lines, comparisons }: ToShow, telling: ComparisonTelling): string {
  const { language, own } = telling;
  const words = comparisonWordsOf(language);
  const [only, ...others] = lines;
  const standings = lines.map((line) => standingOf(line, comparisons));
  const isTold = standings.some((each) => each !== "hidden" && each !== "few");
  if (only && others.length === 0 && (isTold || own === null)) {
    return findingOf(only, telling).message;
  }
  if (own === null) return afterLabel(label, words.nationAlone);
  if (!isTold) return afterLabel(label, words.noneShown(own));
  const sure = namesOf(lines.filter((_, index) => standings[index] === "sure"));
  if (sure.length > 0) {
    const named = sure.slice(0, mostInTitle);
    return afterLabel(label, words.differ(named, sure.length - named.length));
  }
  return afterLabel(label, words.noneSure(standings.filter((each) => each === "unsure").length));
}

function certaintyOf(
  lines: readonly ComparedLine[],
  comparisons: number,
  { own }: ComparisonTelling,
): SafePanel["certainty"] {
  if (own === null) return "solid";
  const standings = lines.map((line) => standingOf(line, comparisons));
  if (standings.every((each) => each === "hidden")) return "hidden";
  return standings.every((each) => each === "hidden" || each === "few") ? "counts-only" : "solid";
}

function tablesOf({ label, lines }: ToShow, { language, sides }: ComparisonTelling) {
  const words = comparisonWordsOf(language);
  const [only, ...others] = lines;
  if (only && others.length === 0) {
    const rows = sides.flatMap((side, index) => {
      const share = only.shares[index];
      return share ? [{ label: side.label, share }] : [];
    });
    return [placeTable(label, words.corner.places, rows, words)];
  }
  const corner = isAnswers(lines) ? words.corner.answers : words.corner.indicators;
  return [
    shareTable(afterLabel(label, words.shares), corner, lines, sides, words),
    ...sides.map((side, index) => {
      const rows = lines.flatMap((line) => {
        const share = line.shares[index];
        return share ? [{ label: line.label, share }] : [];
      });
      return restTable(afterLabel(label, words.restsOn(side.label)), corner, rows, words);
    }),
  ];
}

function isAnswers([first]: readonly ComparedLine[]): boolean {
  return first !== undefined && first.subject.id === first.subject.question.id;
}

function pictureOf({ label, lines }: ToShow, telling: ComparisonTelling) {
  const { language, sides, own } = telling;
  const words = comparisonWordsOf(language);
  const drawn = lines.filter(({ shares }) => shares.some((share) => shareOf(share) !== null));
  if (drawn.length === 0) return null;
  const intervals = lines.map(({ shares: [first] }) =>
    own !== null && first ? intervalOfShare(first) : null,
  );
  const hasWhisker = intervals.some((each) => each !== null);
  return drawDumbbells(
    {
      name: label,
      notes: [words.axis, ...(own !== null && hasWhisker ? [words.whisker(own)] : [])],
      sides: sides.map(({ label, look }) => ({ label, look })),
      lines: lines.map((line, index) => ({
        label: labelOf(line, telling),
        shares: line.shares.map(placedShare),
        interval: intervals[index] ?? null,
      })),
    },
    language,
  );
}

/** Where the own are too few for a share their counts stand with the name: nothing is hidden there. */
function labelOf(line: ComparedLine, { language, own }: ComparisonTelling): string {
  const [share] = line.shares;
  if (own === null || !share || standingOf(line, 1) !== "few") return line.label;
  const words = comparisonWordsOf(language);
  return words.countsWith(line.label, own, { part: share.count ?? 0, whole: share.total ?? 0 });
}
