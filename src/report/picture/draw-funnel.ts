import { funnelLimitsAround } from "#disclosure";
import type { Language } from "#kernel";
import type { SvgNode } from "../figure.ts";
import { pictureWordsOf, wordsOf } from "../words/words-of.ts";
import { type CurvePoint, curve } from "./curve.ts";
import { element } from "./element.ts";
import { type LegendEntry, legendPiece, markWidth } from "./legend.ts";
import { ownFill } from "./paint.ts";
import type { FunnelPicture } from "./picture-kinds.ts";
import { across, plotHeight, type ShareAxis, shareAxis } from "./share-axis.ts";
import { stackPieces } from "./stack-pieces.ts";
import { notesPiece, ticksPiece } from "./text-pieces.ts";

type Place = FunnelPicture["places"][number];

/**
 * Shares against how many they are of: where there are few, chance alone carries them far. One's own
 * place is named; the others are points, drawn in order of how many they are of and never of their share.
 */
export function drawFunnel(picture: FunnelPicture, language: Language): SvgNode {
  const { name, notes, all } = picture;
  const words = pictureWordsOf(language);
  const { partOf, percentMark } = wordsOf(language);
  const places = picture.places
    .filter(({ total }) => total > 0)
    .toSorted((one, other) => one.total - other.total || one.count - other.count);
  const [own, others] = [places.filter((p) => p.isOwn), places.filter((p) => !p.isOwn)];
  const ofWhole = ({ count, total }: Pick<Place, "count" | "total">) => partOf(count, total);
  const told = [
    ...own.map((place) => `${place.label}: ${ofWhole(place)}`),
    `${words.together}: ${ofWhole(all)}`,
    ...(others.length === 0 ? [] : [words.others(others.map(ofWhole))]),
  ];
  const end = roundAbove(Math.max(1, ...places.map(({ total }) => total)));
  const ticks = [0, 0.5, 1].map((at) => ({ at, label: words.count(at * end) }));
  const legend: readonly LegendEntry[] = [
    ...own.map(({ label }) => ({ label, mark: inLegend(dot(true)) })),
    ...(others.length === 0 ? [] : [{ label: words.otherPlaces, mark: inLegend(dot(false)) }]),
    { label: words.together, mark: sample(looks.together) },
    { label: words.limits.inner, mark: sample(looks.inner) },
    { label: words.limits.outer, mark: sample(looks.outer) },
  ];
  return stackPieces(words.said("funnel", name, told), [
    legendPiece(legend, 16),
    (top) => {
      const shares = places.map(({ count, total }) => count / total);
      const common = all.total === 0 ? [] : [all.count / all.total];
      const axis = shareAxis([...shares, ...common.map((share) => share * 1.5)], top, percentMark);
      const points = [...others, ...own].map((place) =>
        element("circle", {
          ...dot(place.isOwn),
          cx: across(place.total / end),
          cy: axis.y(place.count / place.total),
        }),
      );
      const nodes = [...axis.nodes, ...limits(all, end, axis, top), ...points];
      return { nodes, height: plotHeight + 6 };
    },
    ticksPiece(ticks, across),
    notesPiece(notes),
  ]);
}

/** The exact limits around the share of all together, wherever they lie within the axis. */
function limits(
  { count, total }: FunnelPicture["all"],
  end: number,
  axis: ShareAxis,
  top: number,
): readonly SvgNode[] {
  if (total === 0) return [];
  const sizes = Array.from({ length: 80 }, (_, index) => ((index + 1) / 80) ** 2 * end);
  const funnel = [...new Set(sizes.map((size) => Math.max(1, Math.round(size))))].map((n) => ({
    n,
    ...funnelLimitsAround({ count, total }, n),
  }));
  const line = (limit: (at: (typeof funnel)[number]) => number): readonly CurvePoint[] =>
    funnel.flatMap((each) => {
      const share = limit(each);
      return share > axis.end ? [] : [{ at: each.n / end, y: axis.y(share) - top }];
    });
  const common = axis.y(count / total) - top;
  return [
    ...curve(
      [0, 1].map((at) => ({ at, y: common })),
      top,
      looks.together,
    ),
    ...[0, 1].flatMap((side) => [
      ...curve(
        line(({ inner }) => inner[side] ?? 0),
        top,
        looks.inner,
      ),
      ...curve(
        line(({ outer }) => outer[side] ?? 0),
        top,
        looks.outer,
      ),
    ]),
  ];
}

const looks = {
  together: { stroke: "currentColor", "stroke-width": 2 },
  inner: { stroke: "currentColor", "stroke-width": 1.5, "stroke-dasharray": "7 4" },
  outer: { stroke: "currentColor", "stroke-width": 1.5, "stroke-dasharray": "2 4" },
} as const;

function dot(isOwn: boolean) {
  const ring = { stroke: "currentColor", "stroke-width": 1.5 };
  return isOwn
    ? { r: 8, fill: ownFill, ...ring }
    : { r: 4, "fill-opacity": 0.15, ...ring, "stroke-opacity": 0.7 };
}

function inLegend(look: ReturnType<typeof dot>) {
  return (y: number) => [element("circle", { cx: markWidth / 2, cy: y, ...look })];
}

function sample(look: (typeof looks)[keyof typeof looks]) {
  return (y: number) => [element("line", { x1: 0, x2: markWidth, y1: y, y2: y, ...look })];
}

/** An even number of one figure and noughts, so that its half is whole. */
function roundAbove(count: number): number {
  const tens = 10 ** Math.floor(Math.log10(count));
  return ([2, 4, 6, 8].find((each) => each * tens >= count) ?? 10) * tens;
}
