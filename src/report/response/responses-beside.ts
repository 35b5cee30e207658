import type { Question } from "#codebook";
import type { SafeTable } from "#disclosure";
import type { Language } from "#kernel";
import type { ShownTable } from "../panel.ts";
import { leastForPublishedShares } from "../small-numbers.ts";
import { responseWordsOf } from "../words/response/response-words.ts";
import type { ToldResponse } from "../words/response/told-response.ts";
import { responseTable } from "./response-table.ts";

type Side = {
  readonly label: string;
  /** Of the client's question itself, over all whom the side is about. */
  readonly table: SafeTable | undefined;
};

type Beside = { readonly sentences: readonly string[]; readonly tables: readonly ShownTable[] };

const nothing: Beside = { sentences: [], tables: [] };

/**
 * From how many of the closed cases there is an answer, of places or groups that stand side by side: by the
 * two numbers that all of them have. Who may not be told of is left out, as in the pictures.
 */
export function responsesBeside(
  label: string,
  question: Question,
  sides: readonly Side[],
  language: Language,
): Beside {
  if (question.condition) return nothing;
  const told = sides.flatMap(({ label, table }) => {
    const response = responseIn(table);
    return response ? [{ label, response }] : [];
  });
  if (told.length === 0) return nothing;
  return {
    sentences: [responseWordsOf(language).rates(told, leastForPublishedShares)],
    tables: [responseTable(label, told, leastForPublishedShares, language)],
  };
}

function responseIn(table: SafeTable | undefined): ToldResponse | null {
  if (!table || table.counts.kind === "cases") return null;
  if (table.specification.population !== "closed") return null;
  const { eligible, valid } = table.counts.base;
  if (eligible === null || eligible === 0 || valid === null) return null;
  return { closed: eligible, offered: null, answered: valid };
}
