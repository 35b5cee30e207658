import { type Growth, goalOf, ratio } from "./benchmark.ts";
import type { Circumstances, KeptFigure } from "./kept-figures.ts";

/** `docs/performance.md`, whole. */
export function renderPerformancePage(
  ids: { readonly [id: string]: string },
  figures: readonly KeptFigure[],
): string {
  const rows = figures.map(({ result, measured }) => {
    const { id, value, unit, ok, against } = result;
    const cells = [
      `\`${id}\``,
      ids[id] ?? "",
      goalOf(result),
      `${value} ${unit}${ok ? "" : " (missed)"}`,
      `${against.value} ${unit}: ${against.what}`,
      ratio(result),
      measured.day,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return `# Speed and memory

Written by \`npm run bench -- --write\`; changes by hand are lost. With \`--only\` the others stay as they
were last measured (\`bench/kept-figures.json\`).

\`\`\`
npm run bench                                   every figure, about twenty minutes
npm run bench -- --only save-p95-1,idle-memory  some of them
npm run -s bench -- --json                      for machines
\`\`\`

\`--json\` prints an array of \`{id, value, unit, goal, bound, ok, against}\`, where \`bound\` says
whether the goal is the most (\`at-most\`) or the least (\`at-least\`) that the value may be; \`-s\` keeps
npm's own two lines away from it. Progress goes to stderr. The exit code is 1 when a goal is missed or a figure could not
be measured, with and without \`--json\`.

Goals hold on two cores; on a larger machine say \`taskset -c 0,1 npm run bench\`. Each figure stands
beside its floor or a peer from the same run: the last column says how many times as much it is, and
is what to compare between machines. The programs measured are the real ones, started as users start
them, with every save synced to the disk; what they leave is removed, also after Ctrl-C.

| id | what | goal | measured | against | × | day |
|---|---|--:|--:|---|--:|---|
${rows.join("\n")}
${growths(figures)}
Measured:
${circumstancesOf(figures).join("\n")}
`;
}

function circumstancesOf(figures: readonly KeptFigure[]): readonly string[] {
  return [...new Set(figures.map(({ measured }) => inWords(measured)))];
}

function inWords({ day, processor, cores, node, load }: Circumstances): string {
  return `- ${day}: ${cores} cores, ${processor}, Node ${node}, load ${load} before the start.`;
}

function growths(figures: readonly KeptFigure[]): string {
  const parts = figures.flatMap(({ result: { id, growth } }) =>
    growth ? [growthOf(id, growth)] : [],
  );
  return parts.length === 0 ? "" : `\n## Growth\n\n${parts.join("\n")}`;
}

function growthOf(id: string, { columns, rows, note }: Growth): string {
  const lines = rows.map((row) => `| ${row.map(grouped).join(" | ")} |`);
  return `\`${id}\`: ${note}

| ${columns.join(" | ")} |
|${columns.map(() => "--:").join("|")}|
${lines.join("\n")}
`;
}

/** Thousands apart by thin blanks, so that 10⁷ can be read. */
function grouped(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: 3 }).replaceAll(",", "\u2009");
}
