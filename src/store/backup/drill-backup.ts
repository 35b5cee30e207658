import { join } from "node:path";
import type { Outcome } from "#kernel";
import { makeThrowAwayFolder } from "../open/throw-away-folder.ts";
import { type RestoredBackup, type RestoreOrder, restoreBackup } from "./restore-backup.ts";

/**
 * Restores into a throw-away instance, whatever else runs here, and takes it away again: a backup that
 * nobody has restored is a hope.
 */
export async function drillBackup(
  order: Omit<RestoreOrder, "place" | "files" | "isDurable">,
): Promise<Outcome<RestoredBackup>> {
  const { folder, remove } = await makeThrowAwayFolder(order.clock, "drill");
  try {
    return await restoreBackup({
      ...order,
      place: { kind: "folder", folder },
      files: join(folder, "files"),
      isDurable: false,
    });
  } finally {
    remove();
  }
}
