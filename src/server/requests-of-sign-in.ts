import { z } from "zod";
import { longestPassword } from "#access";
import { accountId } from "#kernel";
import { PasskeyMaking, PasskeyUse } from "./signing-in/passkeys/passkey-answers.ts";

const municipality = z.string().regex(/^\d{4}$/);
const password = z.string().min(1).max(longestPassword);
/** As people read it from their apps: «123 456». */
const code = z
  .string()
  .max(20)
  .transform((text) => text.replaceAll(/\s/g, ""));
const link = z.string().max(100);

export const PasswordSignIn = z.strictObject({
  municipality,
  name: z.string().trim().min(1).max(200),
  password,
  code,
});

export const DemoSignIn = z.strictObject({
  municipality,
  account: z.string().max(100).transform(accountId),
});

export const SessionProof = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("password"), password, code }),
  z.strictObject({ kind: z.literal("passkey"), ...PasskeyUse.shape }),
  z.strictObject({ kind: z.literal("demo") }),
]);

export const OpenedLink = z.strictObject({ link });

export const ChosenWayIn = z.strictObject({
  link,
  way: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("password"),
      password,
      sealed: z.string().max(500),
      code,
    }),
    z.strictObject({ kind: z.literal("passkey"), ...PasskeyMaking.shape }),
    z.strictObject({ kind: z.literal("provider"), provider: z.string().max(40) }),
  ]),
});

export const NewPassword = z.strictObject({ password });
