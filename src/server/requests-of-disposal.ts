import { z } from "zod";
import { day } from "./requests.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What is wrong with the words and the years is told by the route. */
export const SetDisposalRule = z.strictObject({
  years: z.number(),
  decidedBy: z.string().max(1000),
  decidedOn: day,
  reference: z.string().max(1000),
});

/** The list that somebody has looked at: another than that is neither proposed nor executed. */
export const ProposeDisposal = z.strictObject({ listSha256: sha256 });
export const ExecuteDisposal = z.strictObject({ number: z.int().min(1), listSha256: sha256 });
