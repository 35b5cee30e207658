import type { JsonValue } from "#kernel";
import { csvForms, type SafePanel, tableCsv } from "#report";
import { notFound } from "./http/refusal.ts";
import type { Visit } from "./http/route.ts";

/** No name of ours is longer. */
const longest = 200;

/** A panel may have three, and of a question with several answers some more. */
const mostTables = 20;

/**
 * `?panel=&table=&form=`: one of the tables that an answer shows, as a file. Taking it away is logged, with
 * whose figures they are and which table, never a number of it.
 * @param shown the panels of that answer; of protected tables alone.
 * @param from whose figures they are, for the log and for the file's name.
 */
export function tableFile(
  { context, tx, actor, at }: Pick<Visit, "context" | "tx" | "actor" | "at">,
  shown: readonly SafePanel[],
  from: { readonly [name: string]: JsonValue } & { readonly of: string },
): Response {
  const read = (name: string) => context.req.query(name)?.slice(0, longest) ?? "";
  const panel = shown.find(({ id }) => id === read("panel"));
  const index = Number(/^\d{1,2}$/.exec(read("table") || "0")?.[0] ?? mostTables);
  const form = csvForms.find((each) => each === read("form")) ?? "excel";
  const text = panel && tableCsv(panel, index, form);
  if (!panel || text === undefined) return notFound();
  const details = { ...from, panel: panel.id, table: index + 1, form };
  tx.audit.append({ at, account: actor.account, action: "table.exported", details });
  const name = ["skillnad", from.of, panel.id, ...(index === 0 ? [] : [index + 1])].join("-");
  return new Response(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name.replace(/[^\w.-]+/g, "-")}.csv"`,
    },
  });
}
