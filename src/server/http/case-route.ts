import { authoriseCase, policy, type RouteKeyOf } from "#access";
import { birthYearOf, type Codebook } from "#codebook";
import { type JsonValue, problem } from "#kernel";
import { applyRevision, type CaseRecord, parseCaseCode, type Revision } from "#registration";
import type { Unit } from "#store";
import { notFound, refusal } from "./refusal.ts";
import { type Route, type Visit, visiting } from "./route.ts";

/** A visit at one case that the actor may see or change in the way the policy line says. */
export type CaseVisit = Visit & {
  readonly record: CaseRecord;
  readonly codebook: Codebook;
  readonly unit: Unit | undefined;
  /** Stores the next revision. @returns the case as it then stands. */
  readonly saveRevision: (revision: Revision) => Promise<CaseRecord>;
  readonly log: (action: string, details?: { readonly [key: string]: JsonValue }) => void;
};

export type CaseRouteKey = RouteKeyOf<"case-read" | "case-write" | "case-open" | "case-survey">;

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
        const { tx, actor, at } = visit;
        const code = parseCaseCode(context.req.param("code") ?? "") ?? "";
        const isChange = policy[key].scope !== "case-read";
        const record = await (isChange ? tx.cases.findForUpdate(code) : tx.cases.find(code));
        // Asked for unknown cases too, so that the time taken tells nothing.
        const unit = await tx.units.find(record?.unit ?? noUnit);
        const verdict = await judge(visit, key, record, unit);

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
        return handle({ ...visit, ...workOn(visit, record), record, unit, log });
      }),
  };
}

async function judge(
  { tx, actor, at }: Visit,
  key: CaseRouteKey,
  record: CaseRecord | undefined,
  unit: Unit | undefined,
): Promise<ReturnType<typeof authoriseCase>> {
  const hasGivenReason = await tx.accessReasons.hasValid(actor.account, record?.id ?? noCase, at);
  if (!record) return "denied";
  const hasReason = hasGivenReason || (unit?.isOpenToColleagues ?? false);
  const standing = { unit: record.unit, assignee: record.assignee, hasReason };
  return authoriseCase(policy[key], actor, standing);
}

const noUnit = "" as CaseRecord["unit"];
const noCase = "" as CaseRecord["id"];

function workOn({ services, tx }: Visit, record: CaseRecord) {
  const codebook = services.codebooks.get(record.codebook);
  if (!codebook) throw new Error(`a case rests on the unknown codebook ${record.codebook}`);
  const saveRevision = async (revision: Revision) => {
    const next = applyRevision(record, revision);
    const facts = { birthYear: birthYearOf(codebook, next.sheet) };
    const saved = await tx.cases.save(next, revision, facts);
    // The row was locked when it was read, so nobody can have come between.
    if (saved.kind === "stale") throw new Error(`case ${record.id} changed while locked`);
    return next;
  };
  return { codebook, saveRevision };
}
