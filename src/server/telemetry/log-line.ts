import * as z from "zod";
import { policy, type RouteKey } from "#access";

/** Which of our routes was asked for; never the address itself, which may name a case. */
export type ToldRoute = RouteKey | "none";

/** A name in a program, and a place in it: never what was in a variable. */
const code = z.string().regex(/^[\w$.-]{1,60}$/);
const frame = z.string().regex(/^at [\w$.<>[\] ]{0,120}\(?[\w@/.:+-]{1,200}\)?$/);
const place = { at: z.iso.datetime() };

/**
 * One line of the log. Everything that can be written is named here, with its form: what has no place
 * in it cannot be logged.
 */
const LogLine = z.discriminatedUnion("event", [
  z.strictObject({
    ...place,
    event: z.literal("start"),
    kind: z.enum(["demo", "real"]),
    port: z.int().min(0).max(65_535),
    node: z.string().regex(/^\d+\.\d+\.\d+$/),
  }),
  z.strictObject({ ...place, event: z.literal("stop") }),
  z.strictObject({
    ...place,
    event: z.literal("request"),
    route: z.custom<ToldRoute>((value) => value === "none" || isRoute(value)),
    status: z.int().min(100).max(599),
    milliseconds: z.number().min(0),
  }),
  z.strictObject({
    ...place,
    event: z.literal("error"),
    code,
    frames: z.array(frame).max(20),
  }),
]);

export type LogLine = z.infer<typeof LogLine>;

/** What is to be told; when, the telemetry adds. */
export type LogEvent = LogLine extends infer Line
  ? Line extends LogLine
    ? Omit<Line, "at">
    : never
  : never;

function isRoute(value: unknown): boolean {
  return typeof value === "string" && Object.hasOwn(policy, value);
}

/** `undefined`: it is no line of ours. */
export function readLogLine(text: string): LogLine | undefined {
  try {
    return LogLine.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
