import { z } from "zod";

/** What is too long is told in words by the route. */
export const SettleMark = z.strictObject({
  verdict: z.enum(["in-order", "follow-up"]),
  note: z.string().max(10_000),
});
