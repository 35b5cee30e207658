import { z } from "zod";
import { deliveryLevels } from "#delivery";

// What is wrong with a text is told in words by the decision.
const words = (most: number) => z.string().max(most * 2);
const day = z.string().max(10);
const code = z.string().regex(/^\d{4}$/);

export const CreateRound = z.strictObject({
  id: words(40),
  name: words(100),
  from: day,
  through: day,
  cutOff: z.string().max(30),
  codebook: z.strictObject({ id: z.string().max(100), version: z.string().max(40) }),
  level: z.enum(deliveryLevels),
  interimDays: z.array(day).max(24),
  legalBasis: words(2000),
  purpose: words(2000),
});
export type CreateRound = z.infer<typeof CreateRound>;

export const EndRound = z.strictObject({ ended: z.boolean() });

/** More than there are municipalities. */
const mostParticipants = 400;

export const NameParticipants = z.strictObject({
  participants: z
    .array(
      z.strictObject({
        code,
        name: words(100),
        county: z.string().regex(/^\d{2}$/),
      }),
    )
    .min(1)
    .max(mostParticipants),
});
export type NameParticipants = z.infer<typeof NameParticipants>;

export const ChangeParticipant = z.strictObject({
  keys: z.array(z.string().max(500)).max(5),
  hasLeft: z.boolean(),
});

export const RemindParticipants = z.strictObject({
  participants: z.array(code).min(1).max(mostParticipants),
});

export const DecideDelivery = z.strictObject({
  state: z.enum(["accepted", "declined", "waiting"]),
});
