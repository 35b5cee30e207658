import type { Context } from "hono";
import type { Pieces } from "../receiving/temporary-file.ts";

/** Nothing more came for so long that nobody waits any longer. */
export class Stalled extends Error {}

/** Milliseconds without a byte. */
const patience = 15_000;

/** A request's body as it comes. @throws `Stalled`, and what the connection throws when it breaks. */
export async function* streamedBody(context: Context): Pieces {
  const reader = context.req.raw.body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      const { done, value } = await soon(reader.read());
      if (done) return;
      yield value;
    }
  } finally {
    // Of what is refused midway nothing more is wanted.
    await reader.cancel().catch(() => {});
  }
}

async function soon<Value>(read: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Stalled()), patience);
  });
  try {
    return await Promise.race([read, late]);
  } finally {
    clearTimeout(timer);
  }
}
