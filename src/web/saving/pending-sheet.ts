import type { AnswerSheet, Answers, Item } from "#codebook";
import type { CaseChange } from "./case-change.ts";
import type { SaveQueue } from "./save-queue.ts";

/**
 * The answers as the person has given them: what the server last told, with everything on top that is
 * not saved yet, in dispute, or refused and still to be put right. Nothing typed ever jumps back.
 */
export function pendingSheet(queue: SaveQueue, caseCode: string): AnswerSheet | undefined {
  const view = queue.cases[caseCode];
  if (!view) return undefined;
  const pending = [
    ...queue.refused.map(({ entry }) => entry),
    ...queue.conflicts.map(({ entry }) => entry),
    ...queue.waiting,
  ];
  return pending
    .filter((entry) => entry.caseCode === caseCode)
    .reduce((sheet, { change }) => withChange(sheet, change), view.sheet);
}

function withChange(sheet: AnswerSheet, change: CaseChange): AnswerSheet {
  if (change.kind === "answer") return withAnswer(sheet, change);
  if (change.kind === "remove-item") {
    return { ...sheet, items: sheet.items.filter((item) => item.id !== change.item) };
  }
  if (change.kind === "add-item" && !sheet.items.some((item) => item.id === change.item.id)) {
    return { ...sheet, items: [...sheet.items, { ...change.item, answers: {} }] };
  }
  return sheet;
}

function withAnswer(
  sheet: AnswerSheet,
  { address, value }: Extract<CaseChange, { kind: "answer" }>,
): AnswerSheet {
  function replaced(answers: Answers): Answers {
    const { [address.variable]: _, ...others } = answers;
    return value === null ? others : { ...others, [address.variable]: value };
  }
  if (address.item === undefined) return { ...sheet, answers: replaced(sheet.answers) };
  const items = sheet.items.map((item): Item => {
    return item.id === address.item ? { ...item, answers: replaced(item.answers) } : item;
  });
  return { ...sheet, items };
}
