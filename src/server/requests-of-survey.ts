import { z } from "zod";
import { invitedModes, keyedInModes } from "#survey";
import { answerValue, day } from "./requests.ts";

export const InviteToSurvey = z.strictObject({
  mode: z.enum(invitedModes),
  language: z.string().max(40),
  isDeviceSafe: z.boolean().exactOptional(),
});

export const KeyInSurvey = z.strictObject({
  mode: z.enum(keyedInModes).default("paper"),
  answeredOn: day,
  answers: z.record(z.string().max(100), answerValue),
});

export const ApproveLanguage = z.strictObject({ textHash: z.string().max(64) });

/** What is too long is told in words by the route. */
export const WriteClientContacts = z.strictObject({
  contact: z.string().max(10_000),
  dataProtection: z.string().max(10_000),
});
