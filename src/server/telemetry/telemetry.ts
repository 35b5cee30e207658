import { type PolicyLine, policy } from "#access";
import type { Clock } from "#kernel";
import type { OpenStore } from "#store";
import type { LogEvent, ToldRoute } from "./log-line.ts";
import { createMeter } from "./meter.ts";
import { toldError } from "./told-error.ts";

/** What the program tells of its own work: to a log, and to whoever watches the machine. */
export type Telemetry = {
  readonly tell: (event: LogEvent) => void;
  readonly answered: (request: Answered) => void;
  readonly failed: (error: unknown) => void;
  /** In Prometheus' text format. */
  readonly metrics: () => string;
  /** Without one only this machine may read them. */
  readonly token: string | undefined;
  /** Then every request comes from this machine, whoever asks. */
  readonly isBehindProxy: boolean;
};

export type Answered = {
  readonly route: ToldRoute;
  readonly status: number;
  readonly milliseconds: number;
};

type Given = {
  readonly clock: Clock;
  /** Left out: nothing is logged but errors, in plain text. */
  readonly tell?: ((line: string) => void) | undefined;
  readonly token?: string | undefined;
  readonly isBehindProxy: boolean;
  readonly connections?: OpenStore["connections"] | undefined;
};

export function createTelemetry(given: Given): Telemetry {
  const { clock, token, isBehindProxy } = given;
  const meter = createMeter(given.connections);
  const tell = (event: LogEvent) => given.tell?.(JSON.stringify({ at: clock.now(), ...event }));
  return {
    tell,
    answered(request) {
      meter.count(request);
      if (!isUntold(request.route)) tell({ event: "request", ...request });
    },
    failed(error) {
      const told = toldError(error);
      if (given.tell) tell(told);
      else tellOnStderr([`error ${told.code}`, ...told.frames].join("\n    "));
    },
    metrics: meter.read,
    token,
    isBehindProxy,
  };
}

/** Counted among the others, and never told one by one. */
function isUntold(route: ToldRoute): boolean {
  return route !== "none" && (policy[route] as PolicyLine).untold === true;
}

export function tellOnStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}
