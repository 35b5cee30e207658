import { type ChildProcess, spawn } from "node:child_process";
import type { NativePostgres } from "./native-postgres.ts";
import type { ServerIdentity } from "./server-identity.ts";

/**
 * Between us and the server stands a tiny shell, in a process group of its own, with our pipe as its
 * input. Stopping is closing the pipe; when we die, however suddenly, the system closes it, and the
 * server is stopped all the same. When the server ends first, so does the shell, with its code.
 */
const keeperScript = `
trap '' INT TERM HUP
exec 3<&0
"$@" 3<&- &
server=$!
{ read -r _ <&3; kill -INT $server; } &
watcher=$!
exec 3<&-
wait $server
code=$?
kill -KILL $watcher 2>/dev/null
exit $code
`;

/** The same in Node for Windows, where pg_ctl also gives up an administrator's rights. */
const windowsKeeperScript = `
const { spawnSync } = require("node:child_process");
const [program, folder] = process.argv.slice(1);
const options = { stdio: ["ignore", "inherit", "inherit"] };
const started = spawnSync(program, ["start", "-w", "-D", folder], options);
if (started.status !== 0) process.exit(started.status ?? 1);
process.stdin.resume().on("close", () => {
  spawnSync(program, ["stop", "-m", "fast", "-D", folder], options);
  process.exit(0);
});
`;

export type Keeping = {
  readonly native: NativePostgres;
  readonly identity: ServerIdentity;
  readonly cluster: string;
  /** An open file for what the server has to say. */
  readonly log: number;
};

/** Starts the server on a cluster. It lives as long as the returned process's input is open. */
export function startKeeper({ native, identity, cluster, log }: Keeping): ChildProcess {
  const [shell, ...parameters] =
    process.platform === "win32"
      ? ([
          process.execPath,
          "--eval",
          windowsKeeperScript,
          native.program("pg_ctl"),
          cluster,
        ] as const)
      : ([
          "/bin/sh",
          "-c",
          keeperScript,
          "keeper",
          native.program("postgres"),
          "-D",
          cluster,
        ] as const);
  return spawn(shell, parameters, {
    cwd: cluster,
    detached: true,
    windowsHide: true,
    ...(native.environment ? { env: native.environment } : {}),
    ...identity,
    stdio: ["pipe", log, log],
  });
}
