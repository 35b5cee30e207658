import type { Codebook } from "#codebook";
import type { Figure } from "#report";
import type { Nation } from "#server";
import { Shown } from "../../figures/Shown.tsx";
import { NationFigure } from "./NationFigure.tsx";
import type { UnitBeside } from "./unit-beside.ts";

type Chapter = Nation["chapters"][number];
type Props = {
  readonly chapters: readonly Chapter[];
  readonly codebook: Codebook;
  readonly unit: UnitBeside | undefined;
};

/** Each of the codebook's questions to the results, with the figures that answer it. */
export function NationChapters({ chapters, codebook, unit }: Props) {
  const known = new Map(
    chapters.flatMap(({ figures }) => figures).map(({ id, rows }) => [id, rows]),
  );
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
      {figures.map((figure, index) => (
        <NationFigure
          key={figure.id}
          figure={figure}
          anchor={`${chapterAnchor(id)}-${index + 1}`}
          codebook={codebook}
          subgroup={subgroupOf(id, codebook)}
          answers={answersBehind(figure, known, codebook)}
          unit={unit}
        />
      ))}
    </section>
  ));
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
