import { setTimeout as pause } from "node:timers/promises";
import { servedUnit } from "./served.ts";

/** A case as the one who wrote it was told that it is. */
export type WrittenCase = {
  readonly code: string;
  /** Every value of V02 that was acknowledged, in order. */
  readonly values: readonly number[];
};

export type WriteLoad = {
  readonly acknowledged: () => number;
  /** Fulfils when so many more writes have been acknowledged. */
  readonly acknowledges: (more: number) => Promise<void>;
  /** What came instead of an acknowledgement, and how often. */
  readonly troubles: ReadonlyMap<string, number>;
  /** Each writer repeats what is not acknowledged until it is, and then rests. */
  readonly stop: () => Promise<readonly WrittenCase[]>;
  /** Nobody waits for anything any more: the test has ended, well or not. */
  readonly abandon: () => void;
};

type Place = { readonly address: string };

/** Milliseconds; as long as a browser waits, several times over on a machine with much to do. */
const patience = 120_000;
const answersPerCase = 12;

/** Those of this process, so that no two have a key in common. */
let loads = 0;

/**
 * One writer for each cookie: begins cases and answers one question of them again and again, each time
 * otherwise. Each write has a key, and goes out again under it until it is acknowledged; every eighth
 * goes out twice at once.
 * @param place where the program serves now.
 */
export function startWriting(place: () => Place, cookies: readonly string[]): WriteLoad {
  let acknowledged = 0;
  let isStopping = false;
  let isAbandoned = false;
  let writes = 0;
  const troubles = new Map<string, number>();
  const waiting = new Set<{ readonly from: number; readonly resolve: () => void }>();
  const run = ++loads;

  function acknowledge(): void {
    acknowledged++;
    for (const waiter of waiting) {
      if (waiter.from > acknowledged) continue;
      waiting.delete(waiter);
      waiter.resolve();
    }
  }

  function trouble(kind: string): void {
    troubles.set(kind, (troubles.get(kind) ?? 0) + 1);
  }

  async function write<Body>(cookie: string, route: string, body: unknown): Promise<Body> {
    const key = `load-${process.pid}-${run}-${++writes}`;
    const isDouble = writes % 8 === 0;
    const tries = [repeat<Body>(cookie, route, body, key)];
    if (isDouble) tries.push(repeat<Body>(cookie, route, body, key));
    const [told] = await Promise.all(tries);
    acknowledge();
    return told as Body;
  }

  async function repeat<Body>(
    cookie: string,
    route: string,
    body: unknown,
    key: string,
  ): Promise<Body> {
    const [method = "", path = ""] = route.split(" ");
    while (!isAbandoned) {
      const { address } = place();
      try {
        const response = await fetch(`${address}${path}`, {
          method,
          headers: {
            Origin: address,
            Cookie: cookie,
            "Content-Type": "application/json",
            "Idempotency-Key": key,
          },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(patience),
        });
        const told = await response.json();
        if (response.ok) return told as Body;
        const [first] = told.problems;
        trouble(`${response.status} ${first.code}`);
        if (response.status < 500) throw new Error(`${route}: ${JSON.stringify(told)}`);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        if (error.name === "TimeoutError") trouble("hung");
        else if (isLostContact(error)) trouble("contact lost");
        else throw error;
      }
      await pause(15);
    }
    throw new Error("abandoned");
  }

  async function writer(cookie: string): Promise<readonly WrittenCase[]> {
    const written: { code: string; values: number[] }[] = [];
    while (!isStopping) {
      const startedOn = "2026-09-01";
      const begun = await write<{ code: string }>(cookie, "POST /api/cases", {
        startedOn,
        unit: servedUnit,
      });
      const values: number[] = [];
      written.push({ code: begun.code, values });
      let basedOn = 0;
      while (!isStopping && values.length < answersPerCase) {
        const number = 1920 + ((values.length * 7 + written.length) % 80);
        const route = `PUT /api/cases/${begun.code}/answers/V02`;
        const value = { kind: "number", number };
        type Saved = { readonly revision: number };
        basedOn = (await write<Saved>(cookie, route, { value, basedOn })).revision;
        values.push(number);
      }
    }
    return written;
  }

  const writers = Promise.all(cookies.map(writer));
  // Whoever stops them is told of it; the others write no more.
  writers.catch(() => {
    isStopping = true;
  });
  return {
    acknowledged: () => acknowledged,
    acknowledges(more) {
      const enough = new Promise<void>((resolve) =>
        waiting.add({ from: acknowledged + more, resolve }),
      );
      return Promise.race([enough, writers.then(() => {})]);
    },
    troubles,
    async stop() {
      isStopping = true;
      return (await writers).flat();
    },
    abandon() {
      isAbandoned = true;
    },
  };
}

/** As `fetch` and the reading of a body that was cut off tell it. */
function isLostContact(error: Error): boolean {
  return error instanceof TypeError || error instanceof SyntaxError;
}
