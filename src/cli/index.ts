import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { fail } from "./fail.ts";

// What Node makes of the program's text is kept: later starts take about half the time.
enableCompileCache(join(import.meta.dirname, "../../.cache/compiled"));

/** Every command by its name, loaded when it is asked for: a start needs no more than its own parts. */
const commands = {
  demo: async () => (await import("./commands/demo.ts")).demo,
  start: async () => (await import("./commands/start.ts")).start,
  practice: async () => (await import("./commands/practice.ts")).practice,
  "add-account": async () => (await import("./commands/add-account.ts")).addAccount,
  "check-codebook": async () => (await import("./commands/check-codebook.ts")).checkCodebook,
  "demo-data": async () => (await import("./commands/demo-data.ts")).demoData,
  keys: async () => (await import("./commands/keys.ts")).keys,
  seal: async () => (await import("./commands/seal.ts")).seal,
  "check-delivery": async () => (await import("./commands/check-delivery.ts")).checkDelivery,
  compile: async () => (await import("./commands/compile.ts")).compile,
  show: async () => (await import("./commands/show.ts")).show,
  audit: async () => (await import("./commands/audit.ts")).audit,
  ledger: async () => (await import("./commands/ledger.ts")).ledger,
  doctor: async () => (await import("./commands/doctor.ts")).doctor,
  "support-bundle": async () => (await import("./commands/support-bundle.ts")).supportBundle,
  backup: async () => (await import("./commands/backup.ts")).backup,
  "backup-plan": async () => (await import("./commands/backup-plan.ts")).backupPlan,
  restore: async () => (await import("./commands/restore.ts")).restore,
  drill: async () => (await import("./commands/drill.ts")).drill,
  "verify-log": async () => (await import("./commands/verify-log.ts")).verifyLog,
  "log-heads": async () => (await import("./commands/log-heads.ts")).logHeads,
  "export-log": async () => (await import("./commands/export-log.ts")).exportLog,
  help: async () => (await import("./commands/help.ts")).help,
} as const;

const [name = "help", ...words] = process.argv.slice(2);
if (!Object.hasOwn(commands, name)) {
  fail([`skillnad: no command «${name}». Try: skillnad help`]);
} else if (words.includes("--help")) {
  (await commands.help())([name]);
} else {
  const command = await commands[name as keyof typeof commands]();
  await command(words);
}
