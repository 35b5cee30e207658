import { emptyChain, followLog, type LogVerdict } from "#access";
import type { MunicipalityCode } from "#kernel";
import type { Logs } from "#store";
import type { SignedHead } from "./signed-heads.ts";

export type FollowedLog = {
  readonly municipality: MunicipalityCode;
  readonly verdict: LogVerdict;
};

/**
 * Every log to its end, beside the heads that were kept. One that is not there at all, though a heading
 * or a kept head speaks of it, was cut off at its first entry.
 */
export async function followLogs(
  { codes, logs }: Logs,
  heads: readonly SignedHead[],
): Promise<readonly FollowedLog[]> {
  const keptOf = (municipality: MunicipalityCode) =>
    heads.filter((head) => head.municipality === municipality);
  const followed: FollowedLog[] = [];
  for await (const { municipality, head, links } of logs) {
    const follower = followLog(head, keptOf(municipality));
    for await (const link of links) follower.add(link);
    followed.push({ municipality, verdict: follower.end() });
  }
  const there = new Set(followed.map(({ municipality }) => municipality));
  const spokenOf = new Set([...codes, ...heads.map(({ municipality }) => municipality)]);
  const missing = [...spokenOf].filter((municipality) => !there.has(municipality));
  return [
    ...followed,
    ...missing.map((municipality) => ({ municipality, verdict: verdictOfNone })),
  ];
}

const verdictOfNone: LogVerdict = { kind: "broken", at: emptyChain.sequence + 1, why: "cut-off" };
