import { authoriseCase, holdsRoleInUnit, policy, type RouteKeyOf, type Verdict } from "#access";
import { type CaseRecord, parseCaseCode } from "#registration";
import type { Unit } from "#store";
import type { Visit } from "./route.ts";

export type CaseRouteKey = RouteKeyOf<
  "case-read" | "case-write" | "case-open" | "case-manage" | "case-survey"
>;

type Approach = {
  readonly code: string;
  readonly record: CaseRecord | undefined;
  /** The owner. */
  readonly unit: Unit | undefined;
  readonly verdict: Verdict;
};

/**
 * Somebody comes with a code: which case it is, if any, and whether she may. Unknown and forbidden cases
 * run the same statements, so that the time taken tells nothing.
 * @param written the code as somebody wrote it.
 * @param isChange locks the case until the transaction ends.
 */
export async function approachCase(
  { tx, actor, at }: Visit,
  key: CaseRouteKey,
  written: string,
  isChange: boolean,
): Promise<Approach> {
  const code = parseCaseCode(written) ?? "";
  const record = await (isChange ? tx.cases.findForUpdate(code) : tx.cases.find(code));
  const owner = record?.unit ?? noUnit;
  const units = await tx.units.findSome([owner, record?.sharedWith?.unit ?? noUnit]);
  const isOpen = units.some(
    (each) => each.isOpenToColleagues && holdsRoleInUnit(actor, ["caseWorker"], each.id),
  );
  const judge = (hasReason: boolean): Verdict =>
    record ? authoriseCase(policy[key], actor, { ...record, hasReason }) : "denied";
  const first = judge(isOpen);
  // Nobody needs a reason for her own, and nearly every save is of one's own.
  const verdict =
    first === "allowed"
      ? first
      : judge(await tx.accessReasons.hasValid(actor.account, record?.id ?? noCase, at));
  return { code, record, unit: units.find(({ id }) => id === owner), verdict };
}

const noUnit = "" as CaseRecord["unit"];
const noCase = "" as CaseRecord["id"];
