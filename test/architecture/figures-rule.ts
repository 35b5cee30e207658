import ts from "typescript";
import { publishedFigures } from "#scenario";
import { findNodes } from "./code-rules.ts";
import { inRoom, isScript, isTest, type Rule } from "./source-tree.ts";

const home = "src/scenario/targets/";

/** Smaller numbers, and tens, say too little: a limit or a length may be the same. */
const leastTelling = { whole: 50, fraction: 13 } as const;

/**
 * The published figures are what invented cases aim at, and nothing else: a program that knows them
 * would show them whatever had been registered.
 */
export const noFigureIsKnown: Rule = ({ files }) => {
  const known = tellingNumbers();
  return files
    .filter((file) => inRoom(file) && isScript(file) && !isTest(file))
    .filter(({ path }) => !path.startsWith(home))
    .flatMap((file) =>
      findNodes(file, (node) => {
        if (!ts.isNumericLiteral(node)) return undefined;
        return known.has(Number(node.text)) ? `${node.text} is a published figure` : undefined;
      }),
    );
};

function tellingNumbers(): ReadonlySet<number> {
  const { cases, closed, surveyAnswered, indicators, interventions, interventionsPerCase } =
    publishedFigures;
  const percents = [
    ...[closed, surveyAnswered],
    ...Object.values(indicators),
    ...Object.values(interventions),
  ];
  const telling = percents.filter((percent) => percent % 10 !== 0);
  return new Set([
    cases,
    interventionsPerCase,
    ...telling.filter((percent) => percent >= leastTelling.whole),
    ...telling.filter((percent) => percent >= leastTelling.fraction).map((each) => each / 100),
  ]);
}
