// Said beside a table; it reads the specification alone, no number.
export { cautionOf } from "#tabulation";
export { type AuditOptions, auditRelease } from "./audit/audit-release.ts";
export { type AuditFinding, AuditVerdict } from "./audit/audit-verdict.ts";
export type {
  EarlierPublication,
  PrivateNumbers,
  RoundedNumber,
} from "./audit/published-set.ts";
export { verdictInWords } from "./audit/verdict-in-words.ts";
export {
  differenceOf,
  differs,
  type FunnelPlace,
  funnelLimitsAround,
  funnelPlace,
  intervalOf,
  leads,
  seriesLimits,
  seriesSignals,
} from "./compare-shares.ts";
export { type Admission, admitInternal, type InternalTable } from "./internal-table.ts";
export { isOfEarlier } from "./ledger/difference-cells.ts";
export { emptyLedger, extendLedger, ledgerText } from "./ledger/extend-ledger.ts";
export type { Ledger, LedgerCell, LedgerHeading, LedgerRelease } from "./ledger/ledger.ts";
export { ledgerCells } from "./ledger/ledger-cells.ts";
export {
  type KnownRelease,
  type LedgerAim,
  type LedgerPlace,
  ledgerRules,
} from "./ledger/ledger-rules.ts";
export { readLedger } from "./ledger/read-ledger.ts";
export {
  type CellSubject,
  type CountedSet,
  type LinkedCell,
  type LinkedSet,
  leastCount,
  leastWidth,
  type Participant,
  type Region,
  type RegionLevel,
  type Relation,
} from "./linked/linked-cells.ts";
export {
  type LocalToProtect,
  type ProtectedLocal,
  protectLocal,
  withheldLocal,
} from "./local/protect-local.ts";
export { protectNation } from "./protect-nation.ts";
export {
  type ProtectedRelease,
  protectRelease,
  type ReleaseToProtect,
} from "./protect-release.ts";
export type { SafeChain, SafeCounts, SafeRow, SafeScope, SafeTable, Shown } from "./safe-table.ts";
export { shownCases } from "./shown-cases.ts";
export { toldNumbers } from "./told-numbers.ts";
export { readSafeTable, type WrittenTable, writeSafeTable } from "./written-table.ts";
