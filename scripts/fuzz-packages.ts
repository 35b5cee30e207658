/**
 * `npm run fuzz [-- COUNT [SEED]]`: opens 100 000 spoilt packages and reads what could be opened. Prints
 * how many were refused for what, and the most memory that it took; the first crash ends it.
 */
import { openSpoilt } from "#delivery/testing";

const [count = "100000", seed = "1"] = process.argv.slice(2);
const every = 10_000;

const { refusedBy } = await openSpoilt(Number(count), Number(seed), (opened) => {
  if (opened % every === 0) process.stderr.write(`${opened} packages\n`);
});
const megabytes = Math.ceil(process.resourceUsage().maxRSS / 1024);
const codes = [...refusedBy].sort(([, one], [, other]) => other - one);
for (const [code, found] of codes) process.stdout.write(`${String(found).padStart(8)}  ${code}\n`);
process.stdout.write(`${count} packages, 0 crashes, peak memory ${megabytes} MB.\n`);
