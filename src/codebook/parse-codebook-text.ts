import { done, type Outcome, type Problem, problem, refused } from "#kernel";
import { Codebook } from "./codebook.ts";
import { findJsonFault } from "./json-fault.ts";

/** As much as Zod's issues have in common; unions carry the issues of each alternative. */
type Issue = {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly Issue[])[];
};

/**
 * Reads a codebook that somebody wrote: bad JSON is named with line and column, a wrong form with the
 * JSON pointer of each mistake, all at once. Whether it makes sense is for `lintCodebook`.
 */
export function parseCodebookText(text: string): Outcome<Codebook> {
  const json = text.replace(/^\uFEFF/, "");
  const fault = findJsonFault(json);
  if (fault) {
    const { line, column, reason } = fault;
    const at = `line ${line}, column ${column}`;
    return refused(problem("codebook-not-json", at, { line, column, reason }));
  }
  return parseCodebook(JSON.parse(json));
}

/** The same for what has been read already, such as a draft from the browser. */
export function parseCodebook(written: unknown): Outcome<Codebook> {
  const parsed = Codebook.safeParse(written);
  if (parsed.success) return done(parsed.data);
  return refused(...(parsed.error.issues as readonly Issue[]).flatMap((issue) => tell(issue, [])));
}

function tell(issue: Issue, above: readonly PropertyKey[]): readonly Problem[] {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return (issue.keys ?? []).map((key) => malformed([...path, key], "unknown key"));
  }
  const closest = issue.errors && closestAlternative(issue.errors);
  if (closest) return closest.flatMap((each) => tell(each, path));
  if (isUnknownForm(issue)) return [malformed(path, `a condition has one of the forms ${forms}`)];
  return [malformed(path, issue.message)];
}

/**
 * Of a condition's six forms the one that the author meant: it knows all the keys and lacks none, so
 * that its mistakes lie deeper. `undefined`: no form fits, and the whole is malformed.
 */
function closestAlternative(alternatives: readonly (readonly Issue[])[]) {
  return alternatives.find((issues) =>
    issues.every(({ code, path }) => code !== "unrecognized_keys" && path.length > 0),
  );
}

const forms =
  "{answer, in}, {field, in}, {all}, {any}, {not}, {someItem, phases?, where?}, and no other keys";

function isUnknownForm({ errors = [] }: Issue): boolean {
  return errors.some((issues) => issues.some(({ code }) => code === "unrecognized_keys"));
}

function malformed(path: readonly PropertyKey[], reason: string): Problem {
  return problem("codebook-malformed", pointerTo(path), { reason });
}

/** RFC 6901; the whole document is `/`, since an empty place reads as no place. */
function pointerTo(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "/";
  return path
    .map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}
