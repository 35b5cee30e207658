export type { NamedParticipant } from "./absent-municipalities.ts";
export { areasOf } from "./areas.ts";
export { type AuditedFolder, auditFolder } from "./audit-folder.ts";
export {
  type CampaignToFreeze,
  type FrozenCampaign,
  freezeCampaign,
  type MeetingsOfUnit,
  readFrozenCampaign,
} from "./campaign-release.ts";
export { type Compilation, type CompiledRelease, compileRelease } from "./compile-release.ts";
export type { LocalRelease } from "./frozen-tables.ts";
export { type LocalGroup, localGroups } from "./local-groups.ts";
export {
  type FrozenHalfYear,
  freezeHalfYear,
  type LocalReleaseToFreeze,
  leastCasesInHalfYear,
  readFrozen,
} from "./local-release.ts";
export { meetingSpecifications } from "./meeting-parts.ts";
export type { Absence } from "./missing-reason.ts";
export { openRelease, type Release, type ReleaseRegion } from "./open-release.ts";
export { type Draft, finishDraft, publishDraft } from "./publish-draft.ts";
export { type ReleaseDocument, releaseDocumentJsonSchema } from "./release-document.ts";
export { readReleaseFile, releaseFile, releaseFileLimits } from "./release-file.ts";
export { readReleaseFolder } from "./release-folder.ts";
export { unpackRelease } from "./release-folder-published.ts";
export {
  copyLedgerFile,
  ledgerBeside,
  readLedgerFile,
  writeThrough,
} from "./release-ledger-file.ts";
export { releaseTablesJsonSchema } from "./tables/release-tables.ts";
