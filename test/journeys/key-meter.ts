import type { Page } from "playwright-core";

/** One move from a question to the next: the key that asked for it, and how long it took. */
export type Move = {
  readonly key: string;
  /** Milliseconds from the key until the frame in which focus stands at the next place is painted. */
  readonly taken: number;
};

export type KeyMeter = {
  /** Every key that went down since the last reset, Shift and Ctrl too. */
  readonly presses: () => Promise<number>;
  readonly moves: () => Promise<readonly Move[]>;
  readonly reset: () => Promise<void>;
};

/** What the page itself counts: it cannot be told fewer keys than it was given. */
type Meter = { presses: number; moves: Move[] };

/** Must be fitted before the page is opened. */
export async function fitKeyMeter(page: Page): Promise<KeyMeter> {
  await page.addInitScript(measureKeys);
  return {
    presses: () => page.evaluate(() => (window as unknown as { keyMeter: Meter }).keyMeter.presses),
    moves: () => page.evaluate(() => (window as unknown as { keyMeter: Meter }).keyMeter.moves),
    reset: () =>
      page.evaluate(() => {
        Object.assign((window as unknown as { keyMeter: Meter }).keyMeter, {
          presses: 0,
          moves: [],
        });
      }),
  };
}

/** Runs in the page, so that nobody's looking is measured. */
function measureKeys(): void {
  const meter: Meter = { presses: 0, moves: [] };
  Object.assign(window, { keyMeter: meter });
  let down: { readonly key: string; readonly at: number } | undefined;
  const places = ".question, .add-row, .phase-end";
  window.addEventListener(
    "keydown",
    (event) => {
      if (!event.repeat) meter.presses += 1;
      down = { key: event.key, at: event.timeStamp };
    },
    { capture: true },
  );
  window.addEventListener(
    "focusin",
    (event) => {
      const key = down;
      const to = event.target instanceof Element ? event.target.closest(places) : null;
      const from = event.relatedTarget instanceof Element ? event.relatedTarget : null;
      if (!key || !to || !from || from.closest(places) === to) return;
      down = undefined;
      // The callback of a frame runs before it is painted; a message posted there comes after.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () =>
          meter.moves.push({ key: key.key, taken: performance.now() - key.at });
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}
