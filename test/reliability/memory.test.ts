import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { startDays } from "./mixed-load.ts";
import { startServing } from "./start-serving.ts";

const folder = mkdtempSync(join(tmpdir(), "skillnad-throw-away-memory-"));
chmodSync(folder, 0o755);
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** Bytes that one request may leave behind: about the address that it asked for. */
const mostLeft = 500;
const rounds = 12;

test("thousands of requests leave nothing behind in the program's memory", async (t) => {
  const serving = await startServing({ folder, people: 4, isDurable: false });
  t.after(() => serving.stop());
  const days = startDays(serving);
  /** The least of some looks: what is put away a little later is not left behind. */
  async function leastHeld(): Promise<number> {
    const looks: number[] = [];
    for (let look = 0; look < 3; look++) {
      await days.goOn(rounds);
      looks.push((await serving.holds()).heapUsed);
    }
    return Math.min(...looks);
  }
  // By then everything is read, compiled and as large as it gets.
  await days.goOn(rounds);
  const first = await leastHeld();
  const sentBefore = days.sent();
  const last = await leastHeld();
  const sent = days.sent() - sentBefore;
  assert.ok(sent > 2500, `${sent} requests`);
  const left = Math.round((last - first) / sent);
  t.diagnostic(`${left} bytes per request, of ${Math.round(last / 1e6)} MB`);
  assert.ok(left < mostLeft, `each of ${sent} requests leaves ${left} bytes behind`);
});
