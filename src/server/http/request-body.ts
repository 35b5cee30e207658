import type { Context } from "hono";
import type { z } from "zod";
import { done, type Outcome, problem, refused } from "#kernel";

/** Bytes; the largest honest request is an answer with a long reason. */
const largestBody = 64 * 1024;

/** Reads and checks a JSON body: too large, not JSON and wrong form are told apart. */
export async function readBody<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<Outcome<z.infer<Schema>>> {
  const text = await readText(context);
  if (text === undefined) {
    return refused(problem("request-too-large", undefined, { limit: `${largestBody / 1024} kB` }));
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refused(problem("malformed-request", "JSON"));
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return done(parsed.data);
  const places = parsed.error.issues.map((issue) => issue.path.join(".") || "JSON");
  return refused(...[...new Set(places)].map((place) => problem("malformed-request", place)));
}

async function readText(context: Context): Promise<string | undefined> {
  const reader = context.req.raw.body?.getReader();
  if (!reader) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done: isOver, value } = await reader.read();
    if (isOver) break;
    size += value.byteLength;
    if (size > largestBody) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString("utf8");
}
