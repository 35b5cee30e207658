import type { Language } from "#kernel";
import type { ShownCell, ShownTable } from "../panel.ts";
import { afterLabel } from "../words/after-label.ts";
import { responseWordsOf } from "../words/response/response-words.ts";
import type { ToldResponse } from "../words/response/told-response.ts";

const none: ShownCell = "none";

type Row = { readonly label: string; readonly response: ToldResponse };

/**
 * The numbers behind the sentence; what is told of nobody has no column.
 * @param label what it stands beside: captions are told apart by it.
 */
export function responseTable(
  label: string,
  rows: readonly Row[],
  least: number,
  language: Language,
): ShownTable {
  const words = responseWordsOf(language);
  const isOfferedTold = rows.some(({ response }) => response.offered !== null);
  return {
    caption: afterLabel(label, words.caption),
    corner: words.who,
    columns: [
      { label: words.closed, unit: "count" },
      ...(isOfferedTold ? [{ label: words.offered, unit: "count" } as const] : []),
      { label: words.answered, unit: "count" },
      { label: words.share, unit: "share" },
    ],
    rows: rows.map(({ label, response: { closed, offered, answered } }) => ({
      label,
      isMissing: false,
      cells: [
        closed,
        ...(isOfferedTold ? [offered ?? none] : []),
        answered,
        closed < least ? none : answered / closed,
      ],
    })),
  };
}
