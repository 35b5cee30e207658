import { element } from "./element.ts";
import { across, plotFrom, plotTo } from "./share-axis.ts";
import { narrowest, type PieceAt } from "./stack-pieces.ts";
import { smallLine, smallSize } from "./text-pieces.ts";
import { textWidth, wrapText } from "./wrap-text.ts";

/** As many as fit side by side where it is narrowest, and always the first and the last. */
export function stepNames(labels: readonly string[]): PieceAt {
  return (top) => {
    const room = (narrowest * (plotTo - plotFrom)) / Math.max(1, labels.length);
    const fits = labels.every((label) => textWidth(label, smallSize) < room);
    const half = (narrowest * (plotTo - plotFrom)) / 2 - 12;
    const named = labels.flatMap((label, index) => {
      if (fits) {
        return [{ lines: [label], x: across((index + 0.5) / labels.length), anchor: "middle" }];
      }
      const lines = wrapText(label, smallSize, { line: half, lastLine: half });
      if (index === 0) return [{ lines, x: across(0), anchor: "start" }];
      return index === labels.length - 1 ? [{ lines, x: across(1), anchor: "end" }] : [];
    });
    const nodes = named.flatMap(({ lines, x, anchor }) =>
      lines.map((line, index) => {
        const place = { x, y: top + smallLine * index + smallSize, "text-anchor": anchor };
        return element("text", { ...place, "font-size": smallSize, "fill-opacity": 0.8 }, line);
      }),
    );
    const height = smallLine * Math.max(0, ...named.map(({ lines }) => lines.length));
    return { nodes, height: height + 12 };
  };
}
