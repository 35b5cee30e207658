import { useEffect, useSyncExternalStore } from "react";
import { randomId, strongRandomness } from "#kernel";
import type { CaseView } from "#server";
import { request } from "../api/request.ts";
import { accountHere } from "../session/account-here.ts";
import { requestOf } from "./case-change.ts";
import { hasUnsaved, type SaveQueue } from "./save-queue.ts";
import { createSaving } from "./saving.ts";

/** One for the whole program: leaving a page loses nothing that waits. Lives in memory alone. */
export const saving = createSaving({
  send: ({ key, account, caseCode, change }) => {
    const { method, path, body } = requestOf(caseCode, change);
    return request<CaseView>(method, path, { body, idempotencyKey: key, account });
  },
  newKey: () => randomId(strongRandomness),
  account: accountHere,
  after: (milliseconds, callBack) => {
    const timer = setTimeout(callBack, milliseconds);
    return () => clearTimeout(timer);
  },
});

export function useSaveQueue(): SaveQueue {
  return useSyncExternalStore(saving.subscribe, saving.queue);
}

/** Tries again when the network returns, and asks before the page is left with something unsaved. */
export function useUnsavedWarning(): void {
  useEffect(() => {
    function ask(event: BeforeUnloadEvent): void {
      if (hasUnsaved(saving.queue())) event.preventDefault();
    }
    window.addEventListener("beforeunload", ask);
    window.addEventListener("online", saving.retryNow);
    return () => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("online", saving.retryNow);
    };
  }, []);
}
