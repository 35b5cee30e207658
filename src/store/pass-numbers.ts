import { type Kysely, sql } from "kysely";
import type { Schema } from "./schema.ts";

/**
 * PostgreSQL numbers transactions in their order, and keeps each row's. Of a counted meeting no row has the
 * number any longer (`screening-settling.ts`), but that one is lacking after what somebody did would tell that
 * she noted a meeting then. So after all that somebody is named in, numbers are passed over: by lot none, one or
 * many, about fifteen. However many are lacking, one more is then almost as likely. They cost no wait for the
 * disk; at ten thousand acts a day it takes years until rows must be frozen for them.
 * @returns what starts that, and waits for nothing: no answer takes longer for it. One at a time.
 */
export function numberPasser(db: Kysely<Schema>): () => void {
  let isPassing = false;
  return () => {
    if (isPassing) return;
    isPassing = true;
    void passNumbers(db)
      // What was done is on the disk, and stays done.
      .catch(() => undefined)
      .finally(() => {
        isPassing = false;
      });
  };
}

async function passNumbers(db: Kysely<Schema>): Promise<void> {
  await sql`
    do $$ begin
      while random() < 0.94 loop
        perform pg_current_xact_id();
        commit;
      end loop;
    end $$
  `.execute(db);
}
