import { field, type TextField } from "./text-field.ts";

const plan = {
  time: "02:15",
  folder: "/kopior",
  recipients: [`age1${"q".repeat(58)}`],
  keep: 30,
  drillDays: 90,
};

/** What an administrator writes about backups. */
export const backupTextFields: readonly TextField[] = [
  ...["time", "folder"].map((name) =>
    field(`SetBackupPlan.${name}`, (s, text) =>
      s.administrator.request("PUT /api/backups/plan", { ...plan, [name]: text }),
    ),
  ),
  field("SetBackupPlan.recipients", (s, text) =>
    s.administrator.request("PUT /api/backups/plan", { ...plan, recipients: [text] }),
  ),
  field("DrillBackup.identity", (s, text) =>
    s.administrator.request("POST /api/backups/drills", { identity: text }),
  ),
];
