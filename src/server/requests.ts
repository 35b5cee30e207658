import { z } from "zod";
import { type AnswerValue, PhaseId, parseAnswerValue } from "#codebook";
import { accountId, type IsoDate, itemId, municipalityCode, unitId } from "#kernel";
import { notOfferedReasons, surveyModes, unansweredReasons } from "#registration";

/** What browsers send, checked at the edge. A Zod schema and its type share one name. */

// Days are checked by the decisions, which can say what is wrong in words.
export const day = z
  .string()
  .max(10)
  .transform((text) => text as IsoDate);
// What is too long is told in words by the decisions.
const reason = z.string().max(10_000);

const unit = z.string().max(100).transform(unitId);
const account = z.string().max(100).transform(accountId);
const municipality = z
  .string()
  .regex(/^\d{4}$/)
  .transform(municipalityCode);
/** As somebody wrote it: the decision reads it. */
const writtenCode = z.string().max(20);

export const answerValue = z.unknown().transform((json, context): AnswerValue => {
  const value = parseAnswerValue(json);
  if (value) return value;
  context.addIssue("not an answer");
  return z.NEVER;
});

export const StartCase = z.strictObject({
  startedOn: day,
  unit,
  servedMunicipality: municipality.optional(),
  isAnonymous: z.boolean().optional(),
  previousCode: writtenCode.optional(),
});

export const SetAnswer = z.strictObject({
  value: z.union([z.null(), answerValue]),
  basedOn: z.int().min(0),
});

export const AddItem = z.strictObject({
  group: z.string().max(100),
  phase: PhaseId,
  id: z.string().max(100).transform(itemId),
});

export const CompletePhase = z.strictObject({
  closedOn: day.optional(),
  overrides: z
    .array(z.strictObject({ check: z.string().max(100), reason }))
    .max(100)
    .optional(),
});
export const Reason = z.strictObject({ reason });
export const CorrectStart = z.strictObject({ startedOn: day });

export const SettleSurvey = z.strictObject({
  survey: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("offered"),
      on: day,
      mode: z.enum(surveyModes).exactOptional(),
      unanswered: z.enum(unansweredReasons).exactOptional(),
    }),
    z.strictObject({ kind: z.literal("declined"), on: day }),
    z.strictObject({ kind: z.literal("not-offered"), reason: z.enum(notOfferedReasons) }),
  ]),
});

/** «Så gör vi hos oss»; empty takes it away. What is too long is told in words by the decision. */
export const WriteGuidance = z.strictObject({ guidance: z.string().max(10_000) });

export const AssignCase = z.strictObject({ assignee: account.nullable() });
export const ShareCase = z.strictObject({
  share: z.strictObject({ unit, assignee: account.nullable() }).nullable(),
});
export const TransferCase = z.strictObject({ unit, reason });
export const ServeMunicipality = z.strictObject({ servedMunicipality: municipality });
export const LinkPreviousCase = z.strictObject({ previousCode: writtenCode.nullable() });
const readers = z.array(account).max(100).nullable();
export const NameReaders = z.strictObject({ readers, seen: readers });
export const DismissLookAlikes = z.strictObject({
  codes: z.tuple([z.string().max(20), z.string().max(20)]),
});
export const HandOver = z.strictObject({ from: account, to: account.nullable(), reason });
