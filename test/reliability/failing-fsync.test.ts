import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { checkWritten } from "./check-written.ts";
import { startServing } from "./start-serving.ts";
import { startWriting } from "./write-load.ts";

const folder = mkdtempSync(join(tmpdir(), "skillnad-throw-away-fsync-"));
chmodSync(folder, 0o755);
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** Of `fdatasync`, with which PostgreSQL brings its log to the disk. */
const callNumbers: { readonly [architecture: string]: number } = { x64: 75, arm64: 83 };
const callNumber = callNumbers[process.arch] ?? 0;

/**
 * Starts a program for which, and for all it starts, that one call to the system fails as on a broken
 * disk (EIO): a filter that every Linux lets a process put upon itself (seccomp), in the four
 * instructions «load the call's number; is it that one? then EIO; else go on».
 */
const failingSync = [
  "perl",
  "-e",
  `my $filter = join "", map { pack "S C C L", @$_ }
     [0x20, 0, 0, 0], [0x15, 0, 1, ${callNumber}], [0x06, 0, 0, 0x00050005], [0x06, 0, 0, 0x7fff0000];
   my $program = pack "S x6 P", 4, $filter;
   prctl(38, 1) and prctl(22, 2, $program) or exit 99;
   sub prctl { return 0 == syscall ${process.arch === "x64" ? 157 : 167}, @_, (0) x (5 - @_) }
   exec @ARGV or exit 98;`,
  "--",
];

const [perl = "", ...words] = failingSync;
const options = {
  skip:
    (process.platform !== "linux" && "needs Linux") ||
    (callNumber === 0 && "knows the calls of x64 and arm64 alone") ||
    (spawnSync(perl, [...words, "true"]).status !== 0 && "needs perl and leave to filter calls"),
};

test(
  "when the disk no longer does as it is told nothing is acknowledged, and everything that was is there",
  options,
  async (t) => {
    const order = { folder, people: 4, isDurable: true };
    let serving = await startServing(order);
    t.after(() => serving.stop());
    const load = startWriting(() => serving, serving.cookies);
    await load.acknowledges(40);
    const first = await load.stop();
    await serving.stop();

    // How far it gets depends on when the server first has something to write: it serves and ends, or it
    // says that it cannot begin.
    const broken = await startServing({ ...order, longestSilence: 2 }, failingSync).then(
      ({ address, cookies, ended }) => ({ cookies, ended, address }),
      ({ message }: Error) => ({ ...serving, ended: message }),
    );
    let place: { readonly address: string } = broken;
    const trying = startWriting(() => place, broken.cookies);
    t.after(trying.abandon);
    assert.match(
      await broken.ended,
      /^the database ended: .*(PANIC|FATAL).*Input\/output error|"(database-unreachable|data-folder-unusable)"/m,
    );
    assert.equal(trying.acknowledged(), 0);

    serving = await startServing(order);
    place = serving;
    await trying.acknowledges(40);
    const written = [...first, ...(await trying.stop())];
    const troubles = [...trying.troubles.keys()];
    assert.ok(
      troubles.every((kind) => /^503 database-away$|^contact lost$/.test(kind)),
      troubles.join(),
    );
    await serving.stop();
    const { revisions } = await checkWritten(folder, written);
    assert.equal(revisions, load.acknowledged() + trying.acknowledged());
  },
);
