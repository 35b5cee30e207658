import { raw } from "hono/html";

/**
 * A browser writes what a form has sent to its disk, answers and all, so that it can open the page again
 * after a restart (Chromium: `Sessions/`). Not so for a form with a password in it: then nothing of what
 * was sent is written.
 */
export const keptNowhere = raw(
  '<input type="password" name="tyst" value="-" autocomplete="one-time-code" hidden>',
);
