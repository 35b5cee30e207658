import type { Context } from "hono";
import type { z } from "zod";
import { done, type Outcome, problem, refused } from "#kernel";

/** Bytes; what most honest requests stay below is an answer with a long reason. */
const largestBody = 64 * 1024;

/** Reads and checks a JSON body: too large, not JSON and wrong form are told apart. */
export async function readBody<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
  largest = largestBody,
): Promise<Outcome<z.infer<Schema>>> {
  const text = await readText(context, largest);
  if (text === undefined) {
    return refused(problem("request-too-large", undefined, { limit: `${largest / 1024} kB` }));
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refused(problem("malformed-request", "JSON"));
  }
  const unstorable = unstorableIn(json);
  if (unstorable.length > 0) {
    return refused(...unstorable.map((place) => problem("text-not-allowed", place)));
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return done(parsed.data);
  const places = parsed.error.issues.map((issue) => issue.path.join(".") || "JSON");
  return refused(...[...new Set(places)].map((place) => problem("malformed-request", place)));
}

/** `undefined` for more than the largest, in bytes, of which no more is then read. */
export async function readText(context: Context, largest: number): Promise<string | undefined> {
  const reader = context.req.raw.body?.getReader();
  if (!reader) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done: isOver, value } = await reader.read();
    if (isOver) break;
    size += value.byteLength;
    if (size > largest) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** No request of ours is nested deeper than an overlay's conditions. */
const deepest = 50;

/** Places of texts that no database keeps: with NUL, or half a character. Whatever the schema says of them. */
function unstorableIn(json: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof json === "string") return isStorable(json) ? [] : [path.join(".") || "JSON"];
  if (typeof json !== "object" || json === null) return [];
  if (path.length > deepest) return [path.slice(0, 3).join(".")];
  return Object.entries(json).flatMap(([name, part]) =>
    isStorable(name) ? unstorableIn(part, [...path, name]) : [path.join(".") || "JSON"],
  );
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
