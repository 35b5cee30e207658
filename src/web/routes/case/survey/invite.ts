import type { SurveyInvitationReceipt } from "#server";
import type { Reply } from "../../../api/reply.ts";
import { hasUnsaved, type SaveQueue } from "../../../saving/save-queue.ts";
import { ask } from "../../../session/signed-out.ts";

type Wish = {
  readonly mode: SurveyInvitationReceipt["mode"];
  readonly language: string;
  readonly isDeviceSafe?: boolean;
};

/** The answer holds what lets the client in: it is kept in memory for as long as it is shown, never longer. */
export function invite(caseCode: string, wish: Wish): Promise<Reply<SurveyInvitationReceipt>> {
  const path = `/api/cases/${encodeURIComponent(caseCode)}/survey-invitations`;
  return ask<SurveyInvitationReceipt>("POST", path, { body: wish });
}

export function takeBack(caseCode: string): Promise<Reply<undefined>> {
  return ask("DELETE", `/api/cases/${encodeURIComponent(caseCode)}/survey-invitations`);
}

/** Why the screen cannot be handed over yet: with the session, all that waits in this window ends. */
export function whyNotHandOver(queue: SaveQueue): string | undefined {
  if (queue.refused.length > 0 || queue.conflicts.length > 0) {
    return "Ett svar är inte sparat. Rätta det först: annars försvinner det när du loggas ut.";
  }
  return hasUnsaved(queue)
    ? "Allt är inte sparat än. Vänta tills det står Sparat längst ner, och försök sedan igen."
    : undefined;
}
