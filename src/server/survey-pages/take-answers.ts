import type { Answers } from "#codebook";
import { type CaseId, randomId } from "#kernel";
import { today } from "#registration";
import { decideAnswerByClient, hashSecret, type WayIn } from "#survey";
import { codebookOf, saveRevision } from "../http/save-revision.ts";
import type { Services } from "../services.ts";
import { type Putting, puttingOf } from "./put-questions.ts";
import { readAnswers, type SurveyForm, skipped } from "./survey-form.ts";

/**
 * Her answers reach the database once, whole and sealed. The case is locked before the invitation, as by
 * everybody who changes both: so two never wait for each other, and of two devices the second sees that
 * the first was there.
 * @returns whether there is an answer now: hers, or one that came before.
 */
export async function takeAnswers(
  services: Services,
  key: WayIn,
  invitedCase: CaseId,
  form: SurveyForm,
): Promise<boolean> {
  const at = services.clock.now();
  return services.store.within(key.municipality, async (tx) => {
    const record = await tx.cases.findByIdForUpdate(invitedCase);
    const open = await tx.surveyInvitations.findOpen(hashSecret(key.secret), at);
    if (!record || open?.case !== record.id) return false;
    if (open.isAnswered) return true;
    const codebook = codebookOf({ services }, record);
    const deciding = { by: open.invitedBy, at };
    const putting = puttingOf(codebook, record);
    const context = { startedOn: record.startedOn, today: today(deciding) };
    const given = readAnswers(form, putting.possible, context);
    const whole = withSkipped(putting, given);
    const decision = decideAnswerByClient(record, codebook, open, whole, deciding);
    if (decision.kind === "refused") {
      return decision.problems.some(({ code }) => code === "survey-already-answered");
    }
    const { revision, response } = decision.value;
    await saveRevision({ services, tx }, record, revision);
    const id = randomId(services.randomness);
    await tx.surveyAnswers.insert({ id, case: record.id, unit: record.unit, response });
    await tx.surveyInvitations.answered(open.id, at);
    const action = "survey.answered";
    tx.audit.append({ at, account: null, action, case: record.id, details: {} });
    return true;
  });
}

/** What is left out on purpose can make another question one of hers, which was not put: it is left out too. */
function withSkipped({ possible, asked }: Putting, given: Answers): Answers {
  let whole = given;
  for (let rounds = 0; rounds < possible.length; rounds++) {
    const left = asked(whole).filter(({ variable }) => !Object.hasOwn(whole, variable.id));
    if (left.length === 0) break;
    whole = { ...whole, ...Object.fromEntries(left.map(({ variable }) => [variable.id, skipped])) };
  }
  return whole;
}
