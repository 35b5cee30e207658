import { holdsRole } from "#access";
import type { UnitsVisit } from "../units-reached.ts";
import type { StartView, Todo } from "../wire.ts";
import { administratorLines } from "./administrator-lines.ts";
import { backupLines } from "./backup-lines.ts";
import { campaignLines } from "./campaign-lines.ts";
import { logReviewLines } from "./log-review-lines.ts";
import { newcomerLines, powerLines } from "./power-lines.ts";
import { receiverLines } from "./receiver-lines.ts";
import { mostUrgentFirst, type TodoLine } from "./todo-line.ts";
import { lookAlikeLines, managerLines, surveyLines } from "./unit-lines.ts";
import { workLines } from "./work-lines.ts";

/** «Att göra»: three to seven lines, each with its one action. */
const mostLines = 7;
const mostOfAKind = 3;
/** Sent in all; whoever has more than that begins with these. */
const mostSent = 50;

/** The most urgent lines, the others to unfold, and how many there are besides. */
export async function todoOf(
  visit: UnitsVisit,
): Promise<Pick<StartView, "todo" | "more" | "unsent">> {
  const { actor } = visit;
  const lines: TodoLine[] = [...(await powerLines(visit))];
  if (holdsRole(actor, ["unitManager"])) {
    lines.push(...(await newcomerLines(visit)), ...(await managerLines(visit)));
  }
  if (holdsRole(actor, ["unitManager", "coordinator"]))
    lines.push(...(await lookAlikeLines(visit)));
  if (holdsRole(actor, ["caseWorker"])) lines.push(...(await workLines(visit)));
  if (holdsRole(actor, ["logReviewer"])) lines.push(...(await logReviewLines(visit)));
  if (holdsRole(actor, ["coordinator"])) lines.push(...(await surveyLines(visit)));
  if (holdsRole(actor, ["caseWorker", "unitManager", "coordinator"])) {
    lines.push(...(await campaignLines(visit)));
  }
  if (holdsRole(actor, ["administrator"])) lines.push(...(await administratorLines(visit)));
  if (holdsRole(actor, ["regionalLead", "nationalAnalyst"])) {
    lines.push(...(await receiverLines(visit)));
  }
  if (holdsRole(actor, ["administrator"])) lines.push(...(await backupLines(visit)));
  const inOrder = lines.toSorted(mostUrgentFirst);
  const first = chosen(inOrder);
  const more = inOrder.filter((line) => !first.includes(line)).slice(0, mostSent - first.length);
  const unsent = lines.length - first.length - more.length;
  return { todo: first.map(withoutDay), more: more.map(withoutDay), unsent };
}

function withoutDay({ since: _, ...line }: TodoLine): Todo {
  return line;
}

/**
 * First one of every kind, so that none hides another, then a second and a third; then the most urgent of
 * what is left.
 */
function chosen(lines: readonly TodoLine[]): readonly TodoLine[] {
  const counted = new Map<TodoLine["kind"], number>();
  const turns: TodoLine[][] = Array.from({ length: mostOfAKind + 1 }, () => []);
  for (const line of lines) {
    const count = counted.get(line.kind) ?? 0;
    counted.set(line.kind, count + 1);
    turns[Math.min(count, mostOfAKind)]?.push(line);
  }
  return turns.flat().slice(0, mostLines).toSorted(mostUrgentFirst);
}
