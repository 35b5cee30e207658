import { z } from "zod";

export const OpenRegistrationSession = z.strictObject({ name: z.string().max(1000) });

export const SettleTakenCase = z.strictObject({
  code: z.string().max(20),
  outcome: z.enum(["done", "later"]),
});
