import { unitFigure } from "../unit-figure.ts";
import { resultWordsOf } from "../words/results/result-words.ts";
import { type ResultsOf, yearsIn } from "./choice.ts";
import type { UnitTables } from "./unit-tables.ts";

/** Whether the goal was attained; how many cases there are, where nobody has answered that yet. */
export function headlineOf({ find, cases, closed }: UnitTables, of: ResultsOf): string {
  const { codebook, language, subgroup } = of;
  const words = resultWordsOf(language).headline;
  const told = {
    group: subgroup?.noun[language] ?? null,
    period: of.period ? yearsIn(of.period) : null,
  };
  if (cases === 0 && closed === 0) return words.nothing(told);
  const goal = codebook.indicators.find(({ besideChange }) => besideChange === "goal");
  const table = goal && find(goal.id);
  const figure = table ? unitFigure(table, codebook, language) : null;
  return figure && figure.certainty !== "empty"
    ? words.told(figure.message, figure.certainty === "uncertain")
    : words.casesOnly({ cases, closed, ...told });
}
