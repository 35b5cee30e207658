import { limits } from "../delivery-format.ts";

const lineFeed = 10;

/** The first line of what comes in pieces, as much of it as a delivery's heading may be. */
export function firstLine() {
  let begun: Uint8Array = new Uint8Array();
  let isWhole = false;
  return {
    isWhole: () => isWhole,
    take(piece: Uint8Array): void {
      if (isWhole) return;
      const until = piece.indexOf(lineFeed);
      const most = limits.lineBytes + 1 - begun.length;
      const end = until < 0 ? piece.length : until;
      begun = Buffer.concat([begun, piece.subarray(0, Math.min(end, most))]);
      isWhole = until >= 0 || begun.length > limits.lineBytes;
    },
    /**
     * What it tells of itself at that place; `undefined` where it tells nothing. Whether it may be so is
     * for whoever reads the delivery.
     */
    says(...path: readonly string[]): unknown {
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
