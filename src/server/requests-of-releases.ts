import { z } from "zod";

export const BeginRelease = z.strictObject({ isInterim: z.boolean() });
