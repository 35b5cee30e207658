import { error, type ProblemEntry } from "./problem-entry.ts";

/** When the machine or the database fails, and nobody did anything wrong; part of the one vocabulary. */
export const troubleProblems = {
  "storage-full": error(
    507,
    "Servern har ingen plats kvar att spara på. Det du redan sparat är kvar. Säg till den som sköter driften, och försök igen när det finns plats.",
    "The disk is full. What was saved is safe. Make room and try again.",
  ),
  "database-away": error(
    503,
    "Skillnad når inte sin databas just nu. Det du redan sparat är kvar. Försök igen om en stund.",
    "The database cannot be reached. What was saved is safe. Try again in a while.",
  ),
  "too-busy": error(
    503,
    "Många använder Skillnad just nu, och din begäran hann inte bli klar. Det du redan sparat är kvar. Försök igen om en stund.",
    "Too many at once. What was saved is safe. Try again in a while.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
