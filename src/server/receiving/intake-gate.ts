import { signInDelaySeconds } from "#access";
import { type Clock, type Instant, type Outcome, problem, refused } from "#kernel";

/**
 * Keeps strangers from occupying a receiver: so many packages at a time, one of them from one address,
 * and longer and longer waits after files from an address that could not be taken in. A wait and never a
 * lock-out, as at the sign-in; kept in memory alone, since a restart makes it right again.
 */
export type IntakeGate = {
  /** @returns the work's own answer, or why it has to wait. */
  readonly through: <Value>(
    address: string,
    work: () => Promise<Outcome<Value>>,
  ) => Promise<Outcome<Value>>;
  /** That what came from there could be taken in, or not. */
  readonly tell: (address: string, isSound: boolean) => void;
};

const mostAtOnce = 2;
const mostAddresses = 10_000;

export function createIntakeGate(clock: Clock): IntakeGate {
  const within = new Set<string>();
  const failures = new Map<string, { readonly count: number; readonly at: Instant }>();

  function secondsLeft(address: string): number {
    const failed = failures.get(address);
    if (!failed) return 0;
    const now = clock.now();
    // In the future: the clock was put back. It was now, or the time from it would never have passed.
    const at = failed.at > now ? now : failed.at;
    failures.set(address, { ...failed, at });
    const passed = (Date.parse(now) - Date.parse(at)) / 1000;
    return Math.max(0, Math.ceil(signInDelaySeconds(failed.count) - passed));
  }

  return {
    async through(address, work) {
      const seconds = secondsLeft(address);
      if (seconds > 0) return refused(problem("intake-too-fast", undefined, { seconds }));
      if (within.size >= mostAtOnce || within.has(address)) return refused(problem("intake-busy"));
      within.add(address);
      try {
        return await work();
      } finally {
        within.delete(address);
      }
    },
    tell(address, isSound) {
      const count = (failures.get(address)?.count ?? 0) + 1;
      failures.delete(address);
      if (isSound) return;
      // Of very many the first is forgotten: whoever has so many addresses is kept out by no memory.
      if (failures.size >= mostAddresses) failures.delete(failures.keys().next().value ?? "");
      failures.set(address, { count, at: clock.now() });
    },
  };
}
