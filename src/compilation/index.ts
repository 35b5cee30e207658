export { areasOf } from "./areas.ts";
export { type AuditedFolder, auditFolder } from "./audit-folder.ts";
export { type Compilation, type CompiledRelease, compileRelease } from "./compile-release.ts";
export { type LocalGroup, localGroups } from "./local-groups.ts";
export {
  type FrozenHalfYear,
  freezeHalfYear,
  type LocalRelease,
  type LocalReleaseToFreeze,
  leastCasesInHalfYear,
  readFrozen,
} from "./local-release.ts";
export { openRelease, type Release, type ReleaseRegion } from "./open-release.ts";
export { type ReleaseDocument, releaseDocumentJsonSchema } from "./release-document.ts";
export { readLedgerFile } from "./release-ledger-file.ts";
export { releaseTablesJsonSchema } from "./tables/release-tables.ts";
