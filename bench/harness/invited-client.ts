import type { CaseView, SurveyInvitationReceipt } from "#server";
import type { WithDigits } from "../../test/journeys/survey-by-post.ts";
import type { DemoVisitor } from "./demo-visitor.ts";

/** Today's date would do, but a start some time back is what most cases have. */
const startedOn = "2026-01-12";

/** A case of her own, and a way in that she is told: her device is safe, so that the worker stays signed in. */
export async function inviteClient(worker: DemoVisitor): Promise<WithDigits> {
  const body = { startedOn, unit: worker.unit };
  const { code } = await worker.request<CaseView>("POST /api/cases", body);
  const wish = { mode: "own-device", language: "sv", isDeviceSafe: true };
  const route = `POST /api/cases/${code}/survey-invitations`;
  const { link, pin } = await worker.request<SurveyInvitationReceipt>(route, wish);
  return { way: link, pin };
}
