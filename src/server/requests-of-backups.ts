import { z } from "zod";

/** What is wrong in it is told in words by the route. */
export const SetBackupPlan = z.strictObject({
  time: z.string().max(100),
  folder: z.string().max(4000),
  recipients: z.array(z.string().max(1000)).max(8),
  keep: z.number(),
  drillDays: z.number(),
});
export type SetBackupPlan = z.infer<typeof SetBackupPlan>;

export const DrillBackup = z.strictObject({ identity: z.string().max(10_000) });
