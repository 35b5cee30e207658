/**
 * Loaded before a test file: Node gets the mutant where it asks for the original, so no file is ever
 * written. Random tables are the same in every run and a few hundred instead of thousands: what only
 * more of them would notice counts as survived.
 */
import { registerHooks } from "node:module";
import fc from "fast-check";

const { url, start, end, becomes, runs } = JSON.parse(process.env.MUTANT ?? "{}");

registerHooks({
  load(address, context, nextLoad) {
    const loaded = nextLoad(address, context);
    if (loaded.source == null) return loaded;
    if (address !== url && !address.endsWith(".test.ts")) return loaded;
    const { source } = loaded;
    const text = typeof source === "string" ? source : new TextDecoder().decode(source);
    if (address === url)
      return { ...loaded, source: text.slice(0, start) + becomes + text.slice(end) };
    return { ...loaded, source: text.replaceAll(/numRuns: [\d_]+/g, `numRuns: ${runs}`) };
  },
});

fc.configureGlobal({ seed: 1, endOnFailure: true });
