/** So many at once: two cores can do no more, and the rest of the program goes on meanwhile. */
const atOnce = 2;
/** So many may wait: strangers for a few seconds, and those who are known for as long as it takes. */
const waitingStrangers = 30;
const waitingKnown = 300;
/** Seconds after which a stranger who found the line full may try again. */
export const secondsWhenFull = 5;

/**
 * Keeps heavy work few at a time. Those who are known go first, so that a crowd of strangers who guess
 * at passwords stops nobody who works here.
 */
export type WorkGate = {
  /** `undefined`: too many wait already, and nothing was done. */
  readonly enter: <Result>(
    isKnown: boolean,
    work: () => Promise<Result>,
  ) => Promise<Result | undefined>;
};

export function createWorkGate(): WorkGate {
  const lines: { readonly known: (() => void)[]; readonly strangers: (() => void)[] } = {
    known: [],
    strangers: [],
  };
  let busy = 0;

  function next(): void {
    const begin = lines.known.shift() ?? lines.strangers.shift();
    // Whoever leaves hands her place on: nobody who comes in between takes it.
    if (begin) begin();
    else busy--;
  }

  return {
    async enter(isKnown, work) {
      if (busy >= atOnce) {
        const line = isKnown ? lines.known : lines.strangers;
        if (line.length >= (isKnown ? waitingKnown : waitingStrangers)) return undefined;
        await new Promise<void>((begin) => line.push(begin));
      } else busy++;
      try {
        return await work();
      } finally {
        next();
      }
    },
  };
}
