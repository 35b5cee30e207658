import type { Language } from "#kernel";
import type { SvgNode } from "../figure.ts";
import { pictureWordsOf, wordsOf } from "../words/words-of.ts";
import { breakLine, breakWords } from "./breaks.ts";
import { element } from "./element.ts";
import { type LegendEntry, legendPiece, markWidth } from "./legend.ts";
import { ownFill } from "./paint.ts";
import type { TrendPicture } from "./picture-kinds.ts";
import { across, plotHeight, type ShareAxis, shareAxis } from "./share-axis.ts";
import { shareMark } from "./share-mark.ts";
import { stackPieces } from "./stack-pieces.ts";
import { stepNames } from "./step-names.ts";
import { notesPiece } from "./text-pieces.ts";

type Step = TrendPicture["steps"][number];

/**
 * A share step by step in time. No line crosses a step that may not be shown, nor one from which the
 * question is another; what lies outside its limits has a ring.
 */
export function drawTrend(picture: TrendPicture, language: Language): SvgNode {
  const { name, notes, steps, centre } = picture;
  const breaks = picture.breaks.filter((at) => at > 0 && at < steps.length);
  const words = pictureWordsOf(language);
  const { percentMark } = wordsOf(language);
  const told = steps.map((step, index) => {
    const share = shareMark(step.share, language);
    const out = isOutside(step) ? `, ${words.outside}` : "";
    return `${breaks.includes(index) ? `(${words.changed}) ` : ""}${step.label}: ${share}${out}`;
  });
  const middle = centre === null ? [] : [`${words.centre}: ${percentMark(centre)}`];
  const legend: readonly LegendEntry[] = [
    ...(centre === null ? [] : [{ label: words.centre, mark: sample(looks.centre) }]),
    ...(steps.some(hasLimits) ? [{ label: words.chance, mark: sample(looks.limit) }] : []),
  ];
  return stackPieces(words.said("trend", name, [...told, ...middle]), [
    legendPiece(legend, 12),
    breakWords(words.changed, breaks, steps.length),
    (top) => {
      const shown = steps.flatMap(({ share, limits }) =>
        typeof share === "number" ? [share, limits?.[1] ?? 0] : [],
      );
      const axis = shareAxis(
        [...shown, ...(centre === null ? [] : [centre])],
        top + 10,
        percentMark,
      );
      return {
        nodes: [
          ...axis.nodes,
          ...breaks.flatMap((at) => breakLine(at, steps.length, top)),
          ...(centre === null ? [] : [level(0, 1, axis.y(centre), looks.centre)]),
          ...steps.flatMap((step, index) => limitsOf(step, index, steps.length, axis)),
          ...joints(steps, breaks, axis),
          ...steps.flatMap((step, index) =>
            pointOf(step, middleOf(index, steps.length), axis, language),
          ),
        ],
        height: plotHeight + 18,
      };
    },
    stepNames(steps.map(({ label }) => label)),
    notesPiece(notes),
  ]);
}

function middleOf(index: number, steps: number): number {
  return (index + 0.5) / steps;
}

function hasLimits({ share, limits }: Step): boolean {
  return typeof share === "number" && limits !== null;
}

function isOutside({ share, limits }: Step): boolean {
  return typeof share === "number" && limits !== null && (share < limits[0] || share > limits[1]);
}

function level(
  from: number,
  to: number,
  y: number,
  look: typeof looks.centre | typeof looks.limit,
) {
  return element("line", { x1: across(from), x2: across(to), y1: y, y2: y, ...look });
}

/** Each step has its own: it is of as many as it is of. */
function limitsOf(step: Step, index: number, steps: number, axis: ShareAxis): readonly SvgNode[] {
  if (step.limits === null || !hasLimits(step)) return [];
  const [from, to] = [index / steps, (index + 1) / steps];
  return step.limits.map((limit) => level(from, to, axis.y(limit), looks.limit));
}

function joints(
  steps: readonly Step[],
  breaks: readonly number[],
  axis: ShareAxis,
): readonly SvgNode[] {
  return steps.flatMap((step, index) => {
    const before = steps[index - 1];
    if (!before || breaks.includes(index)) return [];
    if (typeof before.share !== "number" || typeof step.share !== "number") return [];
    const ends = {
      x1: across(middleOf(index - 1, steps.length)),
      y1: axis.y(before.share),
      x2: across(middleOf(index, steps.length)),
      y2: axis.y(step.share),
    };
    return [element("line", { ...ends, stroke: ownFill, "stroke-width": 3 })];
  });
}

function pointOf(step: Step, at: number, axis: ShareAxis, language: Language): readonly SvgNode[] {
  if (typeof step.share !== "number") {
    const place = { x: across(at), y: axis.y(0) - 6, "text-anchor": "middle" };
    return [element("text", place, shareMark(step.share, language))];
  }
  const place = { cx: across(at), cy: axis.y(step.share) };
  const point = element("circle", { ...place, r: 5, fill: ownFill, ...ring });
  return isOutside(step)
    ? [element("circle", { ...place, r: 10, fill: "none", ...ring }), point]
    : [point];
}

const ring = { stroke: "currentColor", "stroke-width": 1.5 } as const;

const looks = {
  centre: { stroke: "currentColor", "stroke-width": 1.5 },
  limit: { stroke: "currentColor", "stroke-width": 1.5, "stroke-dasharray": "5 4" },
} as const;

function sample(look: typeof looks.centre | typeof looks.limit) {
  return (y: number) => [element("line", { x1: 0, x2: markWidth, y1: y, y2: y, ...look })];
}
