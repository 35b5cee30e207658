import { untilStopped } from "./until-stopped.ts";

/** From now on Ctrl-C does not end the program: it asks what runs to stop and to put things away. */
export function cancelledBySignal(): AbortSignal {
  const cancel = new AbortController();
  void untilStopped().then(() => cancel.abort());
  return cancel.signal;
}
