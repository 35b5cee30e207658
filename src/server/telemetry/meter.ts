import type { OpenStore } from "#store";
import type { Answered } from "./telemetry.ts";

/** Seconds: from what nobody notices to what everybody does. */
const bounds = [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10];

type Durations = { count: number; seconds: number; readonly within: number[] };

/** Counts answers by route and status, and how long each route takes. */
export function createMeter(connections: OpenStore["connections"] | undefined) {
  const answers = new Map<string, number>();
  const durations = new Map<string, Durations>();
  return {
    count({ route, status, milliseconds }: Answered): void {
      const labels = `route="${route}",status="${status}"`;
      answers.set(labels, (answers.get(labels) ?? 0) + 1);
      const known = durations.get(route) ?? { count: 0, seconds: 0, within: bounds.map(() => 0) };
      durations.set(route, known);
      const seconds = milliseconds / 1000;
      known.count++;
      known.seconds += seconds;
      for (const [at, bound] of bounds.entries()) {
        if (seconds <= bound) known.within[at] = (known.within[at] ?? 0) + 1;
      }
    },

    read(): string {
      const { rss, heapUsed } = process.memoryUsage();
      const pool = connections?.();
      const lines = [
        ...metric("skillnad_requests_total", "counter", "Answers by route and status.", [
          ...[...answers].map(([labels, count]) => [`{${labels}}`, count] as const),
        ]),
        ...metric("skillnad_request_seconds", "histogram", "How long answers took.", [
          ...[...durations].flatMap(([route, told]) => histogram(route, told)),
        ]),
        ...metric(
          "skillnad_memory_bytes",
          "gauge",
          "Memory of the program, without its database.",
          [
            ['{kind="resident"}', rss],
            ['{kind="heap"}', heapUsed],
          ],
        ),
        ...metric("skillnad_uptime_seconds", "gauge", "Since the program started.", [
          ["", Math.round(process.uptime())],
        ]),
        ...(pool === undefined
          ? []
          : metric("skillnad_database_connections", "gauge", "Connections to the database.", [
              ['{state="open"}', pool.open],
              ['{state="idle"}', pool.idle],
              ['{state="waiting"}', pool.waiting],
            ])),
      ];
      return `${lines.join("\n")}\n`;
    },
  };
}

type Sample = readonly [suffix: string, value: number];

function metric(name: string, type: string, help: string, samples: readonly Sample[]) {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(([suffix, value]) => `${name}${suffix} ${value}`),
  ];
}

function histogram(route: string, { count, seconds, within }: Durations): readonly Sample[] {
  return [
    ...bounds.map(
      (bound, at) => [`_bucket{route="${route}",le="${bound}"}`, within[at] ?? 0] as const,
    ),
    [`_bucket{route="${route}",le="+Inf"}`, count],
    [`_sum{route="${route}"}`, Number(seconds.toFixed(6))],
    [`_count{route="${route}"}`, count],
  ];
}
