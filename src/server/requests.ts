import { z } from "zod";
import { type AnswerValue, PhaseId, parseAnswerValue } from "#codebook";
import { accountId, type IsoDate, itemId, unitId } from "#kernel";
import { notOfferedReasons } from "#registration";

/** What browsers send, checked at the edge. A Zod schema and its type share one name. */

// Days are checked by the decisions, which can say what is wrong in words.
const day = z
  .string()
  .max(10)
  .transform((text) => text as IsoDate);
const reason = z.string().max(500);

const answerValue = z.unknown().transform((json, context): AnswerValue => {
  const value = parseAnswerValue(json);
  if (value) return value;
  context.addIssue("not an answer");
  return z.NEVER;
});

export const PasswordSignIn = z.strictObject({
  municipality: z.string().regex(/^\d{4}$/),
  name: z.string().min(1).max(200),
  password: z.string().min(1).max(1000),
});

export const DemoSignIn = z.strictObject({
  municipality: z.string().regex(/^\d{4}$/),
  account: z.string().max(100).transform(accountId),
});

export const StartCase = z.strictObject({
  startedOn: day,
  unit: z.string().max(100).transform(unitId),
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

export const CompletePhase = z.strictObject({ closedOn: day.optional() });
export const Reason = z.strictObject({ reason });
export const CorrectStart = z.strictObject({ startedOn: day });

export const SettleSurvey = z.strictObject({
  survey: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("offered"), on: day }),
    z.strictObject({ kind: z.literal("declined"), on: day }),
    z.strictObject({ kind: z.literal("not-offered"), reason: z.enum(notOfferedReasons) }),
  ]),
});

export const KeyInSurvey = z.strictObject({
  answeredOn: day,
  answers: z.record(z.string().max(100), answerValue),
});
