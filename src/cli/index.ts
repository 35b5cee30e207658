import { fail } from "./fail.ts";

/** Every command by its name, loaded when it is asked for: a start needs no more than its own parts. */
const commands = {
  demo: async () => (await import("./commands/demo.ts")).demo,
  start: async () => (await import("./commands/start.ts")).start,
  "add-account": async () => (await import("./commands/add-account.ts")).addAccount,
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
