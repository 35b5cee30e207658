/** One line of a file as bytes, without its line feed. Lines count from 1. */
export type Line = {
  readonly number: number;
  readonly bytes: Uint8Array;
  /** `false`: the file ends before a line feed comes. */
  readonly isComplete: boolean;
};

export type LineSplitter = {
  /** The lines that this piece of the file completes. The piece may be used again afterwards. */
  readonly split: (chunk: Uint8Array) => Iterable<Line>;
  /** What is left when the file ends; `undefined` where the last line was complete. */
  readonly rest: () => Line | undefined;
  /** Bytes of the line that has begun: never more than one piece longer than the caller allows. */
  readonly pending: () => number;
  /** The number of the line that comes next, or has begun. */
  readonly next: () => number;
};

const lineFeed = 10;

export function lineSplitter(): LineSplitter {
  let begun: Uint8Array[] = [];
  let pending = 0;
  let next = 1;

  function joined(last: Uint8Array): Uint8Array {
    if (pending === 0) return last;
    const whole = Buffer.concat([...begun, last]);
    begun = [];
    pending = 0;
    return whole;
  }
  return {
    *split(chunk) {
      let from = 0;
      for (;;) {
        const until = chunk.indexOf(lineFeed, from);
        if (until < 0) break;
        const bytes = joined(chunk.subarray(from, until));
        from = until + 1;
        yield { number: next++, bytes, isComplete: true };
      }
      if (from === chunk.length) return;
      begun.push(chunk.slice(from));
      pending += chunk.length - from;
    },
    rest() {
      if (pending === 0) return undefined;
      return { number: next, bytes: joined(new Uint8Array()), isComplete: false };
    },
    pending: () => pending,
    next: () => next,
  };
}
