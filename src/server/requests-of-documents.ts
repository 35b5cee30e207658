import { z } from "zod";

// What is too long is told in words by the route.
const text = z.string().max(20_000);

export const WriteWords = z.strictObject({
  basedOn: z.int().min(0),
  comments: text,
  talkAbout: text,
});
