import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProgram } from "../processes/running-program.ts";

/** The program as people start it, on a folder of its own that was empty the first time. */
export type RealStart = {
  readonly origin: string;
  /** The address that the first person begins at; `undefined` once somebody is here. */
  readonly beginning: string | undefined;
  /** As with Ctrl-C. */
  readonly stop: () => Promise<void>;
};

export type RealFolder = {
  readonly start: () => Promise<RealStart>;
  readonly remove: () => void;
};

export function emptyFolder(): RealFolder {
  const place = mkdtempSync(join(tmpdir(), "skillnad-first-run-"));
  // PostgreSQL refuses to run as root, and so runs as somebody who must get in.
  chmodSync(place, 0o755);
  const environment = { PORT: "0", SKILLNAD_DATA: join(place, "data"), DATABASE_URL: "" };
  return {
    async start() {
      const words = ["src/cli/index.ts", "start"];
      const program = startProgram(process.execPath, words, environment);
      const [, origin = ""] = await program.says(/serves at (http:\/\/127\.0\.0\.1:\d+)/);
      await program.says(/Stop with Ctrl-C/);
      const [, beginning] = /Begin at (\S+)/.exec(program.said()) ?? [];
      return {
        origin,
        beginning,
        async stop() {
          program.process.kill("SIGTERM");
          await program.ended;
        },
      };
    },
    remove: () => rmSync(place, { recursive: true, force: true }),
  };
}
