import type { Codebook } from "#codebook";
import type { Figure } from "#report";
import type { Nation } from "#server";
import { Shown } from "../../figures/Shown.tsx";
import { hiddenSentence } from "../../words/hidden-words.ts";
import { type FigureGroup, NationFigure } from "./NationFigure.tsx";
import type { UnitBeside } from "./unit-beside.ts";

type Chapter = Nation["chapters"][number];
type Props = {
  readonly chapters: readonly Chapter[];
  readonly codebook: Codebook;
  readonly unit: UnitBeside | undefined;
  /** Whose figures they are, as the tables name them; «Riket» unless told. */
  readonly whole?: string;
  /** All chapters are about this group, and not about those that the codebook says. */
  readonly group?: FigureGroup | undefined;
  /** Figures that may not be shown are named together at the end of their chapter: there may be many. */
  readonly gathersHidden?: boolean;
};

/** Each of the codebook's questions to the results, with the figures that answer it. */
export function NationChapters(props: Props) {
  const { chapters, codebook, unit, whole = "Riket", group, gathersHidden = false } = props;
  const known = new Map(
    chapters.flatMap(({ figures }) => figures).map(({ id, rows }) => [id, rows]),
  );
  const isShown = ({ certainty }: Figure) => !gathersHidden || certainty !== "hidden";
  return chapters.map(({ id, label, subgroup, figures }) => (
    <section key={id} aria-labelledby={chapterAnchor(id)} className="nation-chapter">
      <h2 id={chapterAnchor(id)} tabIndex={-1}>
        {label.sv}
      </h2>
      {subgroup && (
        <p className="soft">
          <Shown count={subgroup.cases} /> {subgroup.noun.sv}, med alla ärenden bredvid.
        </p>
      )}
      {figures.filter(isShown).map((figure, index) => (
        <NationFigure
          key={figure.id}
          figure={figure}
          anchor={`${chapterAnchor(id)}-${index + 1}`}
          codebook={codebook}
          subgroup={group ?? (subgroup ? subgroupOf(id, codebook) : undefined)}
          answers={answersBehind(figure, known, codebook)}
          unit={unit}
          whole={whole}
        />
      ))}
      <HiddenFigures figures={figures.filter((figure) => !isShown(figure))} />
    </section>
  ));
}

function HiddenFigures({ figures }: { readonly figures: readonly Figure[] }) {
  if (figures.length === 0) return null;
  return (
    <p className="hidden-figures soft">
      {figures.map(({ label }) => label.sv).join(" · ")}: <Shown count={null} />
      <br />
      {hiddenSentence}
    </p>
  );
}

export function chapterAnchor(id: string): string {
  return `kapitel-${id}`;
}

function subgroupOf(chapter: string, { chapters, subgroups }: Codebook) {
  const about = chapters.find(({ id }) => id === chapter)?.subgroup;
  return subgroups.find(({ id }) => id === about);
}

/** A question's own rows; of an indicator those of the question it is counted from, where told. */
function answersBehind(
  { id, kind, rows }: Figure,
  known: ReadonlyMap<string, Figure["rows"]>,
  { indicators }: Codebook,
): Figure["rows"] {
  if (kind === "frequencies") return rows;
  const question = indicators.find((indicator) => indicator.id === id)?.variable;
  return known.get(question ?? "") ?? [];
}
