import type { Codebook } from "#codebook";
import {
  type AnonymityReport,
  anonymityReport,
  casesInLines,
  type DeliveryHeading,
  readableDelivery,
  whatLeaves,
} from "#delivery";
import type { AccountId } from "#kernel";
import type { MadeDelivery } from "#store";
import { nameIn } from "../name-in.ts";
import type { MadeDeliveryView, PreparedView } from "../wire-of-deliveries.ts";
import { receiptIn } from "./receipt.ts";

export function madeDeliveryView(
  made: MadeDelivery,
  names: ReadonlyMap<AccountId, string>,
): MadeDeliveryView {
  const { sequence, isWithdrawal, level, cases, statedCases, sha256, at, by, sent } = made;
  return {
    sequence,
    isWithdrawal,
    level,
    cases,
    statedCases,
    sha256,
    madeAt: at,
    madeBy: nameIn(names, by),
    sent: sent && { ...sent, by: nameIn(names, sent.by) },
    receipt: receiptIn(made.receipt),
  };
}

/** Of more cases nobody reads a table; whoever wants all opens the file. */
const mostRead = 1000;

/** @param content the delivery as it was kept, each line with its line feed. */
export function preparedView(
  delivery: MadeDeliveryView,
  content: string,
  codebook: Codebook,
): PreparedView {
  const lines = linesOf(content);
  const readable = readableDelivery(lines, codebook);
  const isCut = readable.kind === "cases" && readable.rows.length > mostRead;
  return {
    delivery,
    whatLeaves: whatLeaves(headingOf(content), codebook),
    readable: isCut ? { ...readable, rows: readable.rows.slice(0, mostRead) } : readable,
    unread: isCut ? readable.rows.length - mostRead : 0,
    anonymity: anonymityOf(delivery, lines, codebook),
  };
}

/** Of rows as they leave: rows that tell no time can only be looked at without it. */
function anonymityOf(
  { isWithdrawal, level }: MadeDeliveryView,
  lines: readonly string[],
  codebook: Codebook,
): AnonymityReport | null {
  if (isWithdrawal || level === "counts") return null;
  const report = anonymityReport(casesInLines(lines), codebook);
  if (level === "rows") return report;
  return { ...report, levels: report.levels.filter((each) => each.level === level) };
}

export function linesOf(content: string): readonly string[] {
  return content.trimEnd().split("\n");
}

/** Of a delivery of one's own. */
export function headingOf(content: string): DeliveryHeading {
  return JSON.parse(content.slice(0, content.indexOf("\n"))) as DeliveryHeading;
}
