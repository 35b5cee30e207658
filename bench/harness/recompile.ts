/**
 * The program that compiles the deliveries in a folder as `skillnad compile --interim` does, and writes down
 * how long it took without the audit: DELIVERIES RELEASE TIMES.
 */
import { createReadStream, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { effectiveCodebooks } from "#codebook";
import { auditFolder, compileRelease } from "#compilation";
import { systemClock } from "#kernel";

const [deliveries = "", out = "", times = ""] = process.argv.slice(2);
const files = readdirSync(deliveries).map((name) => {
  const path = join(deliveries, name);
  return { name, bytes: statSync(path).size, open: () => createReadStream(path) };
});
const begun = performance.now();
const compiled = await compileRelease({
  deliveries: files,
  out,
  codebooks: effectiveCodebooks(),
  skipInvalid: false,
  leastParticipants: 3,
  isInterim: true,
  threads: 2,
  clock: systemClock,
});
if (compiled.kind === "refused") throw new Error(JSON.stringify(compiled.problems));
const whole = performance.now() - begun;
// The audit by itself, of the same release: what it took within is not told apart.
const before = performance.now();
await auditFolder(out, { threads: 2 });
const seconds = (whole - (performance.now() - before)) / 1000;
writeFileSync(times, JSON.stringify({ seconds }));
