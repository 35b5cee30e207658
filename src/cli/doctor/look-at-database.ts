import { type Instant, type Outcome, problemSentence } from "#kernel";
import type { Inspection } from "#store";
import { type Finding, finding } from "./finding.ts";

/** What an inspection came to, and whether the clock can be right. */
export function lookAtDatabase(inspected: Outcome<Inspection>, now: Instant): readonly Finding[] {
  if (inspected.kind === "refused") {
    return inspected.problems.map((found) =>
      finding("database-silent", {
        sentence: problemSentence(found, "en"),
        svensk: problemSentence(found, "sv"),
      }),
    );
  }
  const { version, migrations, logs } = inspected.value;
  return [
    finding(Number.parseInt(version, 10) < 15 ? "database-old" : "database-answers", { version }),
    lookAtSchema(migrations),
    ...(migrations.state === "empty" ? [] : [lookAtLogs(logs)]),
    lookAtClock(now, migrations.lastAppliedAt),
  ];
}

function lookAtSchema({ state, applied }: Inspection["migrations"]): Finding {
  if (state === "current") return finding("schema-current", { count: applied.length });
  if (state === "newer") return finding("schema-newer", { found: applied.at(-1) ?? "" });
  return finding(`schema-${state}`);
}

function lookAtLogs(logs: Inspection["logs"]): Finding {
  if (logs === null) return finding("logs-unread");
  return logs.broken > 0
    ? finding("logs-broken", { count: logs.broken })
    : finding("logs-whole", { count: logs.followed });
}

/** What lies in the past cannot be later than now. */
function lookAtClock(now: Instant, later: Instant | null): Finding {
  const isBehind = later !== null && later > now;
  return isBehind ? finding("clock-wrong", { now, later }) : finding("clock-sane", { now });
}
