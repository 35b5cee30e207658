import type { Codebook } from "#codebook";
import { done, type Outcome, problem, refused, type UnitId } from "#kernel";
import type { RawTable } from "#tabulation";
import { type AuditOptions, auditRelease } from "../audit/audit-release.ts";
import type { AuditVerdict } from "../audit/audit-verdict.ts";
import { asPublished, type GuardOfCell } from "../audit/published-set.ts";
import { verdictInWords } from "../audit/verdict-in-words.ts";
import type { CellSubject, CountedSet } from "../linked/linked-cells.ts";
import { linkedSet } from "../linked/linked-set.ts";
import { protectNation } from "../protect-nation.ts";
import { SafeTable } from "../safe-table.ts";
import { isTelling, withdrawn } from "../withdrawn.ts";
import { toBeAudited } from "./to-be-audited.ts";

export type LocalToProtect = {
  readonly codebook: Codebook;
  readonly municipality: { readonly code: string; readonly name: string };
  /** Such as `2026-H1`, or a campaign's id. */
  readonly round: string;
  /** One for each specification, of the municipality as a whole. */
  readonly whole: readonly RawTable[];
  /** The same of its units: each knows its own exactly. */
  readonly own: readonly RawTable[];
  /** Numbers that are told exactly by other ways, whatever is hidden here: an attacker has them. */
  readonly isToldElsewhere?: (subject: CellSubject) => boolean;
  readonly audit?: AuditOptions;
};

export type ProtectedLocal = {
  readonly tables: readonly SafeTable[];
  readonly verdict: AuditVerdict;
};

/**
 * What a municipality tells of itself, to those of its own people who may not open a unit's cases. Its
 * units stand where municipalities do in the nation: every number is nobody, or five without any one
 * unit's cases, and of a sensitive question nobody is guarded too. All of it is audited at once. What the
 * auditor opens is withdrawn and the rest audited anew, a few times.
 * Refused where nothing can be told, and where the audit still fails or was cancelled.
 */
export async function protectLocal(order: LocalToProtect): Promise<Outcome<ProtectedLocal>> {
  const { round } = order;
  let told = settled(order);
  for (let tries = 0; ; tries++) {
    if (!told.some(isTelling))
      return refused(problem("local-release-empty", round, { halfYear: round }));
    const report = await audit(order, told);
    if (report.kind === "refused") return report;
    const { verdict, findings } = report.value;
    if (verdict.kind === "passed") return done({ tables: ofItself(told, order), verdict });
    if (tries === mostTries) {
      const inEnglish = verdictInWords(verdict, "en");
      return refused(
        problem("audit-failed", round, { verdict: verdictInWords(verdict), inEnglish }),
      );
    }
    const opened = new Set(findings.flatMap(({ cell }) => report.value.tableOf(cell) ?? []));
    const isOpening = opening(opened, tries);
    told = told.map((table) => (isOpening(table.specification.id) ? withdrawn(table) : table));
  }
}

/** The same tables, telling nothing: where `protectLocal` refuses, and others are told beside them. */
export function withheldLocal(order: LocalToProtect): readonly SafeTable[] {
  return ofItself(settled(order).map(withdrawn), order);
}

function settled({ whole, codebook, own }: LocalToProtect): readonly SafeTable[] {
  return protectNation(whole, codebook, { own, guard: "below" });
}

function ofItself(
  told: readonly SafeTable[],
  { round, municipality }: LocalToProtect,
): readonly SafeTable[] {
  const scope = { kind: "local", round, municipality: municipality.code } as const;
  return told.map(
    ({ specification, by, counts }) => new SafeTable(scope, specification, by, counts),
  );
}

const mostTries = 4;

/**
 * What is withdrawn where numbers of these tables could be worked out: the tables first; then the same
 * questions among everybody and every group, since one group's number is often what others leave; then
 * all that is told of the groups; at last everything but how many cases there are.
 */
function opening(tables: ReadonlySet<string>, tries: number): (table: string) => boolean {
  if (tries === 0) return (table) => tables.has(table);
  const questions = new Set([...tables].map(questionIn));
  if (tries === 1) return (table) => questions.has(questionIn(table));
  if (tries === 2) return (table) => table.includes(":") || questions.has(questionIn(table));
  return (table) => !table.startsWith("cases");
}

/** A group's table has the group's id before the question's: `sex-1:V17`. */
function questionIn(table: string): string {
  return table.replace(/^.*:/, "");
}

async function audit(order: LocalToProtect, told: readonly SafeTable[]) {
  const { codebook, municipality, whole, own } = order;
  const audited = toBeAudited(told);
  const isAudited = ({ specification }: RawTable | SafeTable) => audited.has(specification.id);
  const units = new Set(own.flatMap(({ scope }) => (scope.kind === "unit" ? [scope.unit] : [])));
  const { counted } = linkedSet({
    codebook,
    whole: { id: municipality.code, name: municipality.name, guard: "below" },
    participants: [...units].sort().map((unit) => ({
      id: unit,
      name: unit,
      tables: own.filter((raw) => isAudited(raw) && isOf(raw, unit)),
    })),
    areas: [],
    counted: whole.filter(isAudited),
    told: told.filter(isAudited),
  });
  const { published, numbers } = knownToAll(asPublished(counted, new Set()), counted, order);
  // A single unit has all there is: from its own staff nothing can be kept.
  const participants = units.size < 2 ? [] : numbers.participants;
  const report = await auditRelease(published, { ...numbers, participants }, order.audit);
  if (report.kind === "refused") return report;
  const tables = new Map(counted.set.cells.map(({ id, table }) => [id, table]));
  return done({ ...report.value, tableOf: (cell: string) => tables.get(cell) });
}

/** What stands elsewhere is read there, and hiding it here guards nobody. */
function knownToAll(
  { published, numbers }: ReturnType<typeof asPublished>,
  { set, counts }: CountedSet,
  { isToldElsewhere = () => false }: LocalToProtect,
): ReturnType<typeof asPublished> {
  const isKnown = (place: number) => {
    const subject = set.cells[place]?.subject;
    return subject !== undefined && isToldElsewhere(subject);
  };
  const shown = published.shown.map((each, place) =>
    isKnown(place) ? (counts[place] ?? null) : each,
  );
  const guards = numbers.guards.map(
    (each, place): GuardOfCell => (isKnown(place) ? { guard: "none" } : each),
  );
  return { published: { ...published, shown }, numbers: { ...numbers, guards } };
}

function isOf({ scope }: RawTable, unit: UnitId): boolean {
  return scope.kind === "unit" && scope.unit === unit;
}
