import { z } from "zod";
import { roles } from "#access";
import { municipalityCode, unitId } from "#kernel";

// What is too long or has a wrong form is told in words by the decisions.
const name = z.string().max(1000);
const heldRoles = z
  .array(
    z.strictObject({ role: z.enum(roles), unit: z.string().max(100).transform(unitId).nullable() }),
  )
  .max(500);

export const InvitePerson = z.strictObject({ name, signInName: name, roles: heldRoles });
/** `seen`: the roles as the page showed them, so that nobody's change is undone by an old page. */
export const ChangePerson = z.strictObject({ name, roles: heldRoles, seen: heldRoles });
export const SettleRecovery = z.strictObject({ isAllowed: z.boolean() });

export const WriteUnit = z.strictObject({
  name,
  kind: z.enum(["authority", "provider", "both"]),
  isOpenToColleagues: z.boolean(),
  serves: z
    .array(
      z
        .string()
        .regex(/^\d{4}$/)
        .transform(municipalityCode),
    )
    .max(300),
});

const secret = z.string().max(100);
export const BeginFirstRun = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("look"), secret }),
  z.strictObject({ act: z.literal("continue"), secret }),
  z.strictObject({
    act: z.literal("begin"),
    secret,
    municipality: z.strictObject({ code: name, name }),
    administrator: z.strictObject({ name, signInName: name }),
  }),
]);
