import { type Instant, swedishDay, swedishTime, wholeNumber } from "#kernel";
import type { BackupsView } from "#server";

/** «2026-11-23 kl. 02.15» */
export function momentInWords(at: Instant): string {
  return `${swedishDay(at)} kl. ${swedishTime(at)}`;
}

/** «66 MB», in the unit that reads well. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${wholeNumber(bytes)} byte`;
  if (bytes < 1_000_000) return `${wholeNumber(Math.round(bytes / 1000))} kB`;
  if (bytes < 1_000_000_000) return `${wholeNumber(Math.round(bytes / 1_000_000))} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1).replace(".", ",")} GB`;
}

/** In groups of eight, which two people can read to each other. */
export function inGroups(sha256: string): string {
  return sha256.match(/.{1,8}/g)?.join(" ") ?? "";
}

/** What is under way, said aloud now and then; nothing of it is a promise of time. */
export function underWayInWords({ kind, count, of }: NonNullable<BackupsView["underWay"]>): string {
  const what = kind === "backup" ? "Säkerhetskopian görs" : "Övningen pågår";
  if (of === 0) return `${what}. Den börjar.`;
  return `${what}: ${wholeNumber(Math.floor((100 * count) / of))} procent av raderna är lästa.`;
}
