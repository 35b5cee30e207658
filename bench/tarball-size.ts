import { createReadStream, statSync } from "node:fs";
import { join } from "node:path";
import { createGzip } from "node:zlib";
import { makeBenchFolder } from "./harness/bench-folder.ts";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { runToEnd } from "./harness/run-command.ts";
import { projectFolder } from "./harness/running-program.ts";

export const tarballSize: Benchmark = {
  ids: {
    "tarball-size":
      "the archive that installs offline: program, pages, Node, PostgreSQL and licences, packed",
  },
  async measure(progress) {
    const out = join(makeBenchFolder(), "skillnad.tar.gz");
    progress("packing");
    await runToEnd([process.execPath, join(projectFolder, "scripts/package.ts"), "--out", out]);
    const value = statSync(out).size / 1_000_000;
    let bytes = 0;
    const packed = createReadStream(process.execPath).pipe(createGzip({ level: 9 }));
    for await (const chunk of packed) bytes += (chunk as Buffer).length;
    const against = { what: "Node alone, packed", value: bytes / 1_000_000 };
    return [atMost({ id: "tarball-size", value, unit: "MB", goal: 250, against })];
  },
};
