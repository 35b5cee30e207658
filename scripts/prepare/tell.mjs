import process from "node:process";

const everySeconds = process.stderr.isTTY ? 1 : 10;

/** @param {string} sentence */
export function say(sentence) {
  process.stderr.write(`skillnad: ${sentence}\n`);
}

/**
 * Says what has begun, that it goes on and how long it took. On a terminal one line that renews
 * itself; in a log a new line every ten seconds.
 *
 * @param {{ begun: string, done: string, detail?: () => string }} words
 * @param {() => Promise<void>} work
 */
export async function tellWhile(words, work) {
  const begun = process.hrtime.bigint();
  const seconds = () => Number((process.hrtime.bigint() - begun) / 1_000_000_000n);
  say(words.begun);
  const line = () => `skillnad: … ${seconds()} s${words.detail ? `, ${words.detail()}` : ""}`;
  const timer = setInterval(() => {
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[2K${line()}` : `${line()}\n`);
  }, everySeconds * 1000);
  try {
    await work();
    eraseLine();
    say(`${words.done} in ${seconds()} s.`);
  } finally {
    clearInterval(timer);
    eraseLine();
  }
}

function eraseLine() {
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[2K");
}
