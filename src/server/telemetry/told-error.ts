import type { LogEvent } from "./log-line.ts";

/** Above the program itself, a path tells whose machine it is. */
const root = new URL("../../../", import.meta.url);

/**
 * What went wrong, and where in the program; not what it said. The message of an error may hold what
 * somebody wrote, and the database's details hold whole rows.
 */
export function toldError(error: unknown): Extract<LogEvent, { event: "error" }> {
  const isError = error instanceof Error;
  const given = isError && "code" in error ? String(error.code) : isError ? error.name : "thrown";
  const code = /^[\w$.-]{1,60}$/.test(given) ? given : "unknown";
  return { event: "error", code, frames: isError ? framesOf(error) : [] };
}

function framesOf(error: Error): string[] {
  const lines = (error.stack ?? "").split("\n").map((line) => line.trim());
  return (
    lines
      .map((line) => line.replaceAll(root.href, "").replaceAll(root.pathname, ""))
      // A message of several lines stands before the frames and may look like anything.
      .filter((line) =>
        /^at [\w$.<>[\] ]{0,120}\(?(?:node:|src\/|node_modules\/)[\w@/.+-]*:\d+:\d+\)?$/.test(line),
      )
      .slice(0, 20)
  );
}
