import { setTimeout as pause } from "node:timers/promises";

/** Milliseconds between looks: fine enough for starts of a second, and costs next to nothing. */
const lookEvery = 10;

/** @throws when `look` has given nothing after so many seconds. */
export async function pollUntil<Found>(
  what: string,
  seconds: number,
  look: () => Promise<Found | undefined> | Found | undefined,
): Promise<Found> {
  const until = performance.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error(`waited ${seconds} s in vain until ${what}`);
    await pause(lookEvery);
  }
}
