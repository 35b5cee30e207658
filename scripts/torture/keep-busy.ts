import { startDays } from "../../test/reliability/mixed-load.ts";
import { startServing } from "../../test/reliability/start-serving.ts";
import type { TortureRun } from "../proof/proof-files.ts";

/** Of everything that a day holds, between two looks at the memory. */
const roundsBetween = 25;
/** Of the time, until everything is read, compiled and as large as it gets. */
const warmUp = 0.1;
/** Bytes that one request may leave behind. */
const mostLeft = 100;

/** @throws when each request leaves something behind in the program's memory. */
export async function keepBusy(
  folder: string,
  minutes: number,
  tell: (line: string) => void,
): Promise<NonNullable<TortureRun["load"]>> {
  const serving = await startServing({ folder, people: 4, isDurable: true });
  try {
    const days = startDays(serving);
    const begun = performance.now();
    const share = () => (performance.now() - begun) / (minutes * 60_000);
    const looks: Look[] = [];
    while (share() < 1) {
      await days.goOn(roundsBetween);
      const { heapUsed, rss } = await serving.holds();
      if (share() < warmUp) continue;
      looks.push({ sent: days.sent(), heap: heapUsed, resident: rss });
      tell(`${days.sent()} requests, heap ${inMegabytes(heapUsed)} MB of ${inMegabytes(rss)} MB`);
    }
    const third = Math.max(1, Math.floor(looks.length / 3));
    const [first, last] = [least(looks.slice(0, third)), least(looks.slice(-third))];
    const left = (last.heap - first.heap) / Math.max(1, last.sent - first.sent);
    if (left > mostLeft) throw new Error(`each request leaves ${Math.round(left)} bytes behind`);
    return {
      minutes,
      requests: days.sent(),
      heap: [inMegabytes(first.heap), inMegabytes(last.heap)],
      resident: [inMegabytes(first.resident), inMegabytes(last.resident)],
      bytesLeftPerRequest: Math.max(0, Math.round(left)),
    };
  } finally {
    await serving.stop();
  }
}

type Look = { readonly sent: number; readonly heap: number; readonly resident: number };

/** What is put away a little later is not left behind. */
function least(looks: readonly Look[]): Look {
  return looks.reduce((one, other) => (other.heap < one.heap ? other : one));
}

function inMegabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}
