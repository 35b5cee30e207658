import { z } from "zod";

// What is no half-year is told in words by the route.
export const FreezeHalfYear = z.strictObject({ halfYear: z.string().max(100) });
