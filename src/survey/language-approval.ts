import { createHash } from "node:crypto";
import { canonicalJson, type Instant } from "#kernel";
import { type SurveyLanguage, sourceLanguage } from "./language.ts";

/** Somebody has read every word of one language, as it stood then, and answers for it. */
export type LanguageApproval = {
  readonly language: string;
  readonly textHash: string;
  readonly approvedBy: string;
  readonly approvedAt: Instant;
};

export type LanguageStatus = "source" | "approved" | "changed-since" | "draft";

/** Changes with every word of it. */
export function languageTextHash(language: SurveyLanguage): string {
  return createHash("sha256").update(canonicalJson(language)).digest("hex");
}

export function languageStatus(
  language: SurveyLanguage,
  approval: LanguageApproval | undefined,
): LanguageStatus {
  if (language.tag === sourceLanguage) return "source";
  if (!approval) return "draft";
  return approval.textHash === languageTextHash(language) ? "approved" : "changed-since";
}

/** A draft is shown to clients in the demo alone. */
export function isShownToClients(status: LanguageStatus, kind: "demo" | "real"): boolean {
  return kind === "demo" || status === "source" || status === "approved";
}
