import { policy } from "#access";
import type { Codebook } from "#codebook";
import { type JsonValue, problem } from "#kernel";
import type { CaseRecord, Revision } from "#registration";
import type { Unit } from "#store";
import { approachCase, type CaseRouteKey } from "./approach-case.ts";
import { notFound, refusal } from "./refusal.ts";
import { isProvedFor, type Route, type Visit, visiting } from "./route.ts";
import { codebookOf, saveRevision } from "./save-revision.ts";

/** A visit at one case that the actor may see or change in the way the policy line says. */
export type CaseVisit = Visit & {
  readonly record: CaseRecord;
  readonly codebook: Codebook;
  readonly unit: Unit | undefined;
  /** Stores the next revision. @returns the case as it then stands. */
  readonly saveRevision: (revision: Revision) => Promise<CaseRecord>;
  readonly log: (action: string, details?: { readonly [key: string]: JsonValue }) => void;
};

/**
 * Unknown and forbidden cases run the same statements and give the same bytes; both are logged, since
 * somebody who tries codes is somebody to ask.
 */
export function caseRoute(
  key: CaseRouteKey,
  handle: (visit: CaseVisit) => Response | Promise<Response>,
): Route {
  return {
    key,
    handle: (context, services) =>
      visiting(context, services, async (visit) => {
        // Before anything is looked up: the answer must not depend on whether there is such a case.
        if (!isProvedFor(key, visit)) return refusal(problem("step-up-needed"));
        const { tx, actor, at } = visit;
        const isChange = policy[key].scope !== "case-read" && !key.startsWith("GET ");
        const written = context.req.param("code") ?? "";
        const { code, record, unit, verdict } = await approachCase(visit, key, written, isChange);

        const log: CaseVisit["log"] = (action, details = {}) =>
          tx.audit.append({
            at,
            account: actor.account,
            action,
            case: record?.id ?? null,
            details,
          });

        if (!record || verdict === "denied") {
          log("case.refused", { route: key, code });
          return notFound();
        }
        if (verdict === "reason-needed") {
          log("case.reason-asked", { route: key });
          return refusal(problem("case-reason-needed", record.code));
        }
        return handle({
          ...visit,
          codebook: codebookOf(visit, record),
          saveRevision: (revision) => saveRevision(visit, record, revision),
          record,
          unit,
          log,
        });
      }),
  };
}
