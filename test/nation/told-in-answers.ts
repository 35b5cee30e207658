import { type A4Document, type Figure, type Panel, panelOf } from "#report";

/** What an answer of the server tells in pictures and tables, and in sentences above them. */
export type ToldInAnswer = {
  readonly panels: readonly Panel[];
  readonly headlines: readonly { readonly sentence: string; readonly panels: readonly Panel[] }[];
};

/**
 * Whatever knows its lane is a panel, or a figure that becomes one.
 * @throws for something else with a lane: a form of telling that this does not know yet.
 */
export function toldIn(answer: unknown): ToldInAnswer {
  if (typeof answer !== "object" || answer === null) return { panels: [], headlines: [] };
  if ("lane" in answer) return { panels: [panelFrom(answer)], headlines: [] };
  const parts = Object.values(answer).map(toldIn);
  const panels = parts.flatMap((part) => part.panels);
  const headlines = parts.flatMap((part) => part.headlines);
  if (!("headline" in answer)) return { panels, headlines };
  return { panels, headlines: [...headlines, { sentence: String(answer.headline), panels }] };
}

function panelFrom(value: object): Panel {
  if ("tables" in value && "sentences" in value) return value as Panel;
  if ("message" in value && "rows" in value) return panelOf(value as Figure, "sv");
  throw new Error(`something with a lane that is no panel: ${Object.keys(value).join()}`);
}

/** What a document says in sentences, and the numbers in its own tables. */
export function toldInDocument({ title, lead, blocks, foot }: A4Document) {
  const tables = blocks.flatMap((block) => {
    const table = "table" in block ? block.table : null;
    return table ? [table] : [];
  });
  return {
    sentences: [title, lead, ...blocks.flatMap(sentencesOf), ...foot],
    cells: tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells)),
  };
}

function sentencesOf(block: A4Document["blocks"][number]): readonly string[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return [block.text];
    case "list":
      return block.items;
    case "table":
      return [block.table.caption];
    case "figure":
      return [block.title, block.text];
  }
}
