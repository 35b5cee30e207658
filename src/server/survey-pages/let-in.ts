import type { Codebook } from "#codebook";
import { municipalityCode } from "#kernel";
import type { CaseRecord } from "#registration";
import type { MunicipalityTransaction } from "#store";
import {
  answerKeyOf,
  hashSecret,
  type Invitation,
  type InvitedMode,
  isPin,
  type SurveyLanguage,
  type WayIn,
} from "#survey";
import { codebookOf } from "../http/save-revision.ts";
import type { Services } from "../services.ts";

/** A client who has been let in to her case's questions. */
export type LetIn = {
  readonly record: CaseRecord;
  readonly codebook: Codebook;
  readonly mode: InvitedMode;
  /** As the worker chose. */
  readonly language: string;
  /** Those that clients may meet in her municipality. */
  readonly languages: readonly SurveyLanguage[];
};

/** What is no way in at all is tried like one, in no municipality. */
export const noWay: WayIn = { municipality: municipalityCode("0000"), secret: "" };

/**
 * Counts a try and looks at the digits. Whatever makes it a refusal (wrong digits, used, too old, tried
 * too often, unknown, no such municipality, no way in at all), the same statements run, and nothing is
 * logged: a stranger could fill a log that nobody may empty.
 */
export async function letIn(services: Services, way: WayIn, pin: string): Promise<LetIn | null> {
  const at = services.clock.now();
  return services.store.within(way.municipality, async (tx) => {
    const knocked = await tx.surveyInvitations.knock(hashSecret(way.secret), at);
    const isRight = isPin(way.secret, pin, knocked?.pinHash);
    const opened = isRight ? knocked : undefined;
    const key = hashSecret(answerKeyOf(way).secret);
    const isOpen = await tx.surveyInvitations.open(opened?.id ?? "", key, at);
    if (!opened || !isOpen) return null;
    const action = "survey.opened";
    tx.audit.append({ at, account: null, action, case: opened.case, details: {} });
    return letInto(services, tx, opened);
  });
}

/** With the key that the opened pages carry. */
export async function comeBack(
  services: Services,
  key: WayIn,
): Promise<(LetIn & { readonly isAnswered: boolean }) | null> {
  const at = services.clock.now();
  return services.store.within(key.municipality, async (tx) => {
    const open = await tx.surveyInvitations.findOpen(hashSecret(key.secret), at);
    if (!open) return null;
    return { ...(await letInto(services, tx, open)), isAnswered: open.isAnswered };
  });
}

/** @throws where the invitation's case is gone: cases stay for as long as what points at them. */
async function letInto(
  services: Services,
  tx: MunicipalityTransaction,
  { case: id, mode, language }: Pick<Invitation, "case" | "mode" | "language">,
): Promise<LetIn> {
  const record = await tx.cases.findById(id);
  if (!record) throw new Error(`the invited case ${id} is gone`);
  const approvals = await tx.languageApprovals.list();
  const languages = services.surveyLanguages.shown(approvals, services.kind);
  return { record, codebook: codebookOf({ services }, record), mode, language, languages };
}
