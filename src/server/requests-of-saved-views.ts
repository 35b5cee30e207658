import { z } from "zod";

/** Longer than any name of ours. */
const name = z.string().min(1).max(100);
const chosen = name.nullable();

/** What was asked, as the address of the page has it; also how it is kept. */
const question = z.strictObject({
  set: name,
  show: name,
  by: chosen,
  time: chosen,
  period: chosen,
  group: chosen,
});

// What is too long is told in words by the route.
export const SaveView = z.strictObject({ name: z.string().max(10_000), question });
