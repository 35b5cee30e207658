/**
 * What ails the database or its disk: no room, not there, or more asked of it than it can do in time.
 * None of it is anybody's mistake, and all of it passes.
 */
export type StoreTrouble = "full" | "away" | "busy";

/** Codes of PostgreSQL and of the operating system, in the words of the reader who has to do something. */
const troubles: readonly (readonly [StoreTrouble, RegExp])[] = [
  ["full", /^(53100|ENOSPC|EDQUOT)$/],
  // 08: the connection; 57P0x: the server ends or starts; 58: its disk does not do as it is told.
  ["away", /^(08...|57P0[1-5]|58...|25P03|28...|3D000)$/],
  ["away", /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/],
  // 53: out of connections or memory; 55P03, 57014: waited for too long; 40: two in each other's way.
  ["busy", /^(53[023]00|55P03|57014|40001|40P01)$/],
];

/** The driver's own, which have no code. */
const wordlessTroubles: readonly (readonly [StoreTrouble, RegExp])[] = [
  ["busy", /^timeout exceeded when trying to connect/],
  ["busy", /^Query read timeout/],
  ["away", /^Connection terminated/],
  ["away", /^Client has encountered a connection error/],
  ["away", /^timeout expired$/],
];

/** `undefined`: it is a fault of ours. */
export function findTrouble(error: unknown): StoreTrouble | undefined {
  if (!(error instanceof Error)) return undefined;
  // Several addresses of one host give one error each.
  if (error instanceof AggregateError) return error.errors.map(findTrouble).find(Boolean);
  if (isFileMissing(error)) return undefined;
  const code = "code" in error ? String(error.code) : undefined;
  const [known, told] = code === undefined ? [wordlessTroubles, error.message] : [troubles, code];
  return known.find(([, pattern]) => pattern.test(told))?.[0];
}

/** A database's socket that is not there is the database's trouble; any other file is ours. */
function isFileMissing(error: Error): boolean {
  const isMissing = "code" in error && error.code === "ENOENT";
  return isMissing && !("syscall" in error && error.syscall === "connect");
}
