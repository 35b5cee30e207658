import type { AnswerAddress, AnswerValue, PhaseId } from "#codebook";
import { addressKey } from "#codebook";
import type { IsoDate, ItemId } from "#kernel";
import type { Override, SettledByWorker } from "#registration";
import type { Method } from "../api/request.ts";

/** Everything that a person can do to a case, as it waits to be saved. */
export type CaseChange =
  | {
      readonly kind: "answer";
      readonly address: AnswerAddress;
      readonly value: AnswerValue | null;
      /** Revision of the answer that the person saw; 0 where there was none. */
      readonly basedOn: number;
    }
  | { readonly kind: "add-item"; readonly item: NewItem }
  | { readonly kind: "remove-item"; readonly item: ItemId }
  | {
      readonly kind: "complete-phase";
      readonly phase: PhaseId;
      readonly closedOn?: IsoDate;
      /** Why answers that look odd together are right. */
      readonly overrides?: readonly Override[];
    }
  | { readonly kind: "reopen-phase"; readonly phase: PhaseId; readonly reason: string }
  | { readonly kind: "reopen-case"; readonly reason: string }
  | { readonly kind: "correct-start"; readonly startedOn: IsoDate }
  | { readonly kind: "survey"; readonly survey: SettledByWorker };

export type NewItem = { readonly id: ItemId; readonly group: string; readonly phase: PhaseId };

/** Where on the page the change belongs: its problems are shown there. */
export function placeOf(change: CaseChange): string {
  switch (change.kind) {
    case "answer":
      return addressKey(change.address);
    case "add-item":
      return `${change.item.phase}:${change.item.group}`;
    case "remove-item":
      return `item:${change.item}`;
    case "complete-phase":
    case "reopen-phase":
      return `phase:${change.phase}`;
    case "reopen-case":
      return "case";
    case "correct-start":
      return "start";
    case "survey":
      return "survey";
  }
}

export type ChangeRequest = {
  readonly method: Method;
  readonly path: string;
  readonly body?: unknown;
};

/** The request that carries the change out; its answer is the case as it then stands. */
export function requestOf(caseCode: string, change: CaseChange): ChangeRequest {
  const base = `/api/cases/${caseCode}`;
  switch (change.kind) {
    case "answer": {
      const { variable, item } = change.address;
      const row = item === undefined ? "" : `/items/${item}`;
      const body = { value: change.value, basedOn: change.basedOn };
      return { method: "PUT", path: `${base}${row}/answers/${encodeURIComponent(variable)}`, body };
    }
    case "add-item":
      return { method: "POST", path: `${base}/items`, body: change.item };
    case "remove-item":
      return { method: "DELETE", path: `${base}/items/${change.item}` };
    case "complete-phase": {
      const { closedOn, overrides = [] } = change;
      const body = {
        ...(closedOn === undefined ? {} : { closedOn }),
        ...(overrides.length > 0 ? { overrides } : {}),
      };
      return { method: "POST", path: `${base}/phases/${change.phase}/completion`, body };
    }
    case "reopen-phase":
      return {
        method: "POST",
        path: `${base}/phases/${change.phase}/reopening`,
        body: { reason: change.reason },
      };
    case "reopen-case":
      return { method: "POST", path: `${base}/reopening`, body: { reason: change.reason } };
    case "correct-start":
      return { method: "PUT", path: `${base}/start`, body: { startedOn: change.startedOn } };
    case "survey":
      return { method: "PUT", path: `${base}/survey`, body: { survey: change.survey } };
  }
}
