import { createHash } from "node:crypto";
import { canonicalJson } from "#kernel";
import { campaign, type Noted } from "./noted-in-demo.ts";
import { isCounted, type Seen } from "./seen-by-attacker.ts";

/** Whether a moment at which a meeting was noted stands anywhere but as when somebody was last seen. */
export function momentsFound(
  { rows, log }: Pick<Seen, "rows" | "log">,
  noted: readonly Noted[],
): readonly string[] {
  const moments = new Set(noted.map(({ at }) => Date.parse(at)));
  const inRows = rows.flatMap(({ table, cells }) =>
    [...cells].flatMap(([column, value]) =>
      /^\d{4}-\d\d-\d\dT/.test(value) && moments.has(Date.parse(value))
        ? [`${table}.${column}`]
        : [],
    ),
  );
  const inLog = log.filter((line) =>
    moments.has(Date.parse((JSON.parse(line) as { at: string }).at)),
  );
  return [...new Set(inRows), ...inLog].filter((place) => place !== "sessions.last_seen_at");
}

/**
 * What a receipt might have been drawn from, and what was noted, tried against the hashes that are kept.
 * @param subjects every account and every case.
 * @returns what fits.
 */
export function receiptsSolved(
  { rows }: Pick<Seen, "rows">,
  subjects: ReadonlySet<string>,
): readonly string[] {
  const kept = new Set(
    rows
      .filter(({ table }) => table === "meeting_receipts")
      .flatMap(({ cells }) => [cells.get("receipt_key"), cells.get("content")]),
  );
  const values = rows
    .filter((row) => !isCounted(row))
    .flatMap(({ cells }) => [...cells.values()])
    .filter((value) => value.length < 200);
  const meetings = rows
    .filter(({ table }) => table === "meeting_tallies")
    .map(({ cells }) => ({
      ...{ unit: cells.get("unit_id") ?? "", day: cells.get("day") ?? "" },
      combination: cells.get("combination") ?? "",
    }));
  const contents = meetings.flatMap((meeting) => [
    ...[meeting, [meeting], [campaign, meeting]].map((content) => canonicalJson(content)),
    ...[...subjects].map((subject) => canonicalJson([subject, campaign, meeting])),
  ]);
  return [...new Set([...values, ...contents])].filter((text) => kept.has(sha256(text)));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
