import { z } from "zod";

/** What browsers answer (WebAuthn level 3, `toJSON`); what is not used is let through and dropped. */
const bytes = z
  .string()
  .regex(/^[\w-]*$/)
  .max(20_000);
const id = z
  .string()
  .regex(/^[\w-]+$/)
  .min(1)
  .max(2000);
const extensions = z.record(z.string(), z.unknown()).default({});

export const MadePasskey = z.object({
  id,
  rawId: id,
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
  clientExtensionResults: extensions,
});

export const UsedPasskey = z.object({
  id,
  rawId: id,
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes,
  }),
  clientExtensionResults: extensions,
});

/** The challenge as it was given, and what the authenticator made of it. */
const challenge = z.string().max(4000);
export const PasskeyUse = z.strictObject({ challenge, answer: UsedPasskey });
export const PasskeyMaking = z.strictObject({
  name: z.string().trim().min(1).max(60),
  challenge,
  answer: MadePasskey,
});
export type PasskeyUse = z.infer<typeof PasskeyUse>;
export type PasskeyMaking = z.infer<typeof PasskeyMaking>;

/** POST /api/account-link/passkey-challenge */
export const LinkToMake = z.strictObject({ link: z.string().max(100) });
