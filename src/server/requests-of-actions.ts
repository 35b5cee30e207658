import { z } from "zod";
import { isoDate } from "#kernel";

// What is too long is told in words by the route.
const text = z.string().max(10_000);
const name = z.string().min(1).max(100);

export const SaveAction = z.strictObject({
  /** The one that was read; 0: none, it is new. */
  revision: z.int().min(0).max(1_000_000),
  round: name,
  about: name.nullable(),
  intention: text,
  responsible: text,
  dueOn: z.iso.date().transform(isoDate).nullable(),
  state: z.enum(["planned", "under-way", "done", "dropped"]),
  outcome: text,
  isShared: z.boolean(),
});
export type ActionToSave = z.infer<typeof SaveAction>;
