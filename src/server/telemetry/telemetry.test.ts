import assert from "node:assert/strict";
import { test } from "node:test";
import { fixedClock } from "#kernel";
import { readLogLine } from "./log-line.ts";
import { createTelemetry } from "./telemetry.ts";

const clock = fixedClock("2026-11-02T08:00:00Z");

function telling() {
  const lines: string[] = [];
  const tell = (line: string) => lines.push(line);
  const connections = () => ({ open: 2, idle: 1, waiting: 0 });
  return { lines, telemetry: createTelemetry({ clock, tell, isBehindProxy: false, connections }) };
}

test("each event is one line that can be read back", () => {
  const { lines, telemetry } = telling();
  telemetry.tell({ event: "start", kind: "real", port: 3210, node: "24.21.0" });
  telemetry.answered({ route: "GET /api/cases/:code", status: 200, milliseconds: 12 });
  telemetry.tell({ event: "stop" });
  assert.deepEqual(
    lines.map((line) => readLogLine(line)?.event),
    ["start", "request", "stop"],
  );
  assert.equal(
    lines[1],
    '{"at":"2026-11-02T08:00:00.000Z","event":"request","route":"GET /api/cases/:code","status":200,"milliseconds":12}',
  );
});

test("an error is told by its code and its places, never by its words", () => {
  const { lines, telemetry } = telling();
  const fault = new Error("Failing row contains (Agneta)\n    at Agneta (src/Agneta)");
  telemetry.failed(Object.assign(fault, { code: "23505", detail: "Key (name)=(Agneta)" }));
  telemetry.failed("Agneta");
  telemetry.failed(Object.assign(new Error("x"), { code: "Agneta Ek" }));
  assert.ok(!lines.join().includes("Agneta"), lines.join("\n"));
  const told = readLogLine(lines[0] ?? "");
  assert.ok(told?.event === "error" && told.code === "23505");
  assert.ok(
    told.frames.some((each) => /src\/server\/telemetry\/telemetry\.test\.ts:\d+/.test(each)),
  );
  assert.deepEqual(
    lines.slice(1).map((line) => {
      const each = readLogLine(line);
      return each?.event === "error" && each.code;
    }),
    ["thrown", "unknown"],
  );
});

test("what is no line of ours, or has a word too many, is not read", () => {
  const at = "2026-11-02T08:00:00Z";
  const request = { at, event: "request", route: "GET /health", status: 200, milliseconds: 1 };
  assert.ok(readLogLine(JSON.stringify(request)));
  for (const line of [
    "Agneta",
    JSON.stringify({ ...request, route: "GET /api/cases/M-7F3K-2" }),
    JSON.stringify({ ...request, account: "Agneta" }),
    JSON.stringify({ at, event: "error", code: "Agneta Ek", frames: [] }),
    JSON.stringify({ at, event: "error", code: "E1", frames: ["Agneta"] }),
  ]) {
    assert.equal(readLogLine(line), undefined, line);
  }
});

test("the numbers are Prometheus' text, by route and status, durations heaped up", () => {
  const { telemetry } = telling();
  telemetry.answered({ route: "GET /health", status: 200, milliseconds: 3 });
  telemetry.answered({ route: "GET /health", status: 200, milliseconds: 300 });
  telemetry.answered({ route: "none", status: 404, milliseconds: 1 });
  const text = telemetry.metrics();
  for (const line of [
    'skillnad_requests_total{route="GET /health",status="200"} 2',
    'skillnad_requests_total{route="none",status="404"} 1',
    'skillnad_request_seconds_bucket{route="GET /health",le="0.25"} 1',
    'skillnad_request_seconds_bucket{route="GET /health",le="1"} 2',
    'skillnad_request_seconds_bucket{route="GET /health",le="+Inf"} 2',
    'skillnad_request_seconds_sum{route="GET /health"} 0.303',
    'skillnad_database_connections{state="open"} 2',
  ]) {
    assert.ok(text.split("\n").includes(line), `${line}\n${text}`);
  }
  assert.match(text, /^skillnad_memory_bytes\{kind="resident"\} \d+$/m);
  const written =
    /^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{\w+="[^"\\]*"(?:,\w+="[^"\\]*")*\})? [\d.]+)$/;
  for (const line of text.trimEnd().split("\n")) assert.match(line, written);
});
