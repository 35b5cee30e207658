import type { AccountId } from "#kernel";
import type { CaseView } from "#server";
import type { ChangeRequest } from "../../../saving/case-change.ts";
import { readersInWords, sharedInWords } from "../../../words/case-life-words.ts";

/**
 * What is done to a case as a whole. Unlike answers these are never queued: whoever does it waits to
 * see that it was done.
 */
export type LifeChange =
  | { readonly kind: "assign"; readonly assignee: AccountId | null }
  | {
      readonly kind: "share";
      readonly share: { readonly unit: string; readonly assignee: AccountId | null } | null;
    }
  | { readonly kind: "transfer"; readonly unit: string; readonly reason: string }
  | { readonly kind: "serve"; readonly servedMunicipality: string }
  | { readonly kind: "previous"; readonly previousCode: string | null }
  | {
      readonly kind: "restrict";
      readonly readers: readonly AccountId[] | null;
      /** As they were when the dialog opened. */
      readonly seen: readonly AccountId[] | null;
    }
  | { readonly kind: "void"; readonly reason: string }
  | { readonly kind: "restore"; readonly reason: string };

const routes = {
  assign: ["PUT", "assignee"],
  share: ["PUT", "share"],
  transfer: ["PUT", "unit"],
  serve: ["PUT", "served-municipality"],
  previous: ["PUT", "previous-case"],
  restrict: ["PUT", "readers"],
  void: ["POST", "voiding"],
  restore: ["POST", "restoring"],
} as const satisfies Record<LifeChange["kind"], readonly [ChangeRequest["method"], string]>;

/** The request that carries it out; its answer is the case as it then stands. */
export function lifeRequestOf(caseCode: string, { kind, ...body }: LifeChange): ChangeRequest {
  const [method, path] = routes[kind];
  return { method, path: `/api/cases/${caseCode}/${path}`, body };
}

/** What was done, as the case now stands. */
export function doneInWords(
  kind: LifeChange["kind"],
  view: CaseView,
  ownMunicipality: string,
): string {
  switch (kind) {
    case "assign":
      return view.assignee
        ? `${view.assignee} är nu handläggare för ärendet.`
        : "Ärendet är nu utan handläggare.";
    case "share":
      return view.sharedWith
        ? `Ärendet delas nu med ${sharedInWords(view.sharedWith)}.`
        : "Ärendet delas inte längre.";
    case "transfer":
      return `Ärende ${view.code} finns nu hos ${view.unit.name}.`;
    case "serve":
      return `Personens kommun är nu ${view.servedMunicipality?.name ?? ownMunicipality}.`;
    case "previous":
      return view.previousCode
        ? `Ärendet är nu kopplat till ${view.previousCode}.`
        : "Ärendet är inte längre kopplat till ett tidigare.";
    case "restrict":
      return view.readers ? readersInWords(view.readers) : "Ärendet är inte längre begränsat.";
    case "void":
      return "Ärendet är makulerat. Det kan återställas här.";
    case "restore":
      return "Ärendet är återställt och räknas igen.";
  }
}

/** Whether the one who did it can no longer open the case. */
export function losesSight(change: LifeChange, view: CaseView, account: AccountId): boolean {
  if (change.kind === "transfer") return !view.managed && !view.mine;
  if (change.kind !== "restrict" || change.readers === null) return false;
  return !change.readers.includes(account);
}
