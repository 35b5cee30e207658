import { limits } from "../delivery-format.ts";

const lineFeed = 10;

export type FirstLine = {
  readonly isWhole: () => boolean;
  readonly take: (piece: Uint8Array) => void;
  /** Whether the line, come to its end, is this. */
  readonly is: (line: string) => boolean;
  /**
   * What it tells of itself at that place; `undefined` where it tells nothing. Whether it may be so is
   * for whoever reads the delivery.
   */
  readonly says: (...path: readonly string[]) => unknown;
};

/** The first line of what comes in pieces, as much of it as a delivery's heading may be. */
export function firstLine(): FirstLine {
  let begun: Uint8Array = new Uint8Array();
  let isWhole = false;
  return {
    isWhole: () => isWhole,
    take(piece) {
      if (isWhole) return;
      const until = piece.indexOf(lineFeed);
      const most = limits.lineBytes + 1 - begun.length;
      const end = until < 0 ? piece.length : until;
      begun = Buffer.concat([begun, piece.subarray(0, Math.min(end, most))]);
      isWhole = until >= 0 || begun.length > limits.lineBytes;
    },
    is: (line) => isWhole && Buffer.from(begun).toString("latin1") === line,
    says(...path) {
      try {
        const heading: unknown = JSON.parse(Buffer.from(begun).toString("utf8"));
        return path.reduce(ownMember, heading);
      } catch {
        return undefined;
      }
    },
  };
}

function ownMember(input: unknown, name: string): unknown {
  if (typeof input !== "object" || input === null || !Object.hasOwn(input, name)) return undefined;
  return (input as { readonly [name: string]: unknown })[name];
}
