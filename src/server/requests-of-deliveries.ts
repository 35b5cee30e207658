import { z } from "zod";
import { deliveryLevels } from "#delivery";
import type { IsoDate } from "#kernel";

const level = z.enum(deliveryLevels);
// What is empty, too long or no day is told in words by the route.
const words = z.string().max(10_000);
/** An invitation with its reasons. */
const text = z.string().max(50_000);

export const ReadInvitation = z.strictObject({ text });

export const Agree = z.strictObject({
  text,
  level,
  decidedBy: words,
  decidedOn: z
    .string()
    .max(40)
    .transform((day) => day as IsoDate),
  reference: words,
});

export const ChangeAgreement = z.strictObject({
  level: level.optional(),
  ended: z.boolean().optional(),
});

export const PrepareDelivery = z.strictObject({
  statedCases: z.int().min(0).max(1_000_000).nullable(),
});
