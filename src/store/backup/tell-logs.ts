import { done, type Outcome } from "#kernel";
import type { AuditNote } from "../audit.ts";
import { connectAsApp } from "../open/open-database.ts";
import { type PassedIn, reachOwner, type StorePlace } from "../open/reach-owner.ts";
import type { Store } from "../store.ts";

type Happened = Pick<AuditNote, "at" | "action" | "details">;

/** What concerns all that is kept stands in everybody's log; nobody was signed in who did it. */
export async function tellEveryLog(store: Store, happened: Happened): Promise<void> {
  for (const { code } of await store.municipalities()) {
    await store.within(code, async (tx) => {
      tx.audit.append({ account: null, ...happened });
    });
  }
}

/**
 * What was done to a store at a terminal, also beside a running Skillnad. Problems: those of
 * `reachOwner`, database-unreachable, database-unusable.
 */
export async function tellLogs(
  place: StorePlace,
  passedIn: PassedIn,
  happened: Happened,
): Promise<Outcome<null>> {
  const reached = await reachOwner(place, passedIn);
  if (reached.kind === "refused") return reached;
  const { owner, at, close } = reached.value;
  try {
    const opened = await connectAsApp(owner, at);
    if (opened.kind === "refused") return opened;
    try {
      await tellEveryLog(opened.value.store, happened);
      return done(null);
    } finally {
      await opened.value.close();
    }
  } finally {
    await close();
  }
}
