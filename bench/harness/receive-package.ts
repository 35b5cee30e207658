/**
 * A program of its own, so that its memory can be told: `node receive-package.ts FOLDER MEGABYTES`. Serves a
 * nation and sends it a package of about that size, which is made while it is written and held by nobody.
 */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import http from "node:http";
import { join } from "node:path";
import { argv } from "node:process";
import { pipeline } from "node:stream/promises";
import { generateSigningKey } from "#delivery";
import { municipalityCode } from "#kernel";
import { deliveredLines, keepFile, openIntake, packing } from "./intake-round.ts";

const [, , folder = "", megabytes = ""] = argv;
const code = "9001";
const path = join(folder, "package");
const intake = await openIntake(folder, [code]);
const key = generateSigningKey(municipalityCode(code));
await intake.believe(key);
const [heading = "", ...rows] = await deliveredLines(20);
// Room for the heading and the end; a delivery may have no more.
const most = Number(megabytes) * 1024 * 1024 - 4096;
await keepFile(path, packing(manyRows, code, intake.receiver, key));
const state = await sent();
await intake.close();
if (state !== "arrived") {
  // Its last words, and one line: who started it tells them.
  process.stderr.write(`${state}\n`);
  process.exit(1);
}

/** Piece by piece: `fetch` in this same process would hold all that it has sent. */
async function sent(): Promise<string> {
  const request = http.request(intake.address, { method: "POST" });
  const answer = once(request, "response") as Promise<[http.IncomingMessage]>;
  await pipeline(createReadStream(path), request);
  const [response] = await answer;
  const told = JSON.parse((await Array.fromAsync(response)).join("")) as {
    readonly state?: string;
  };
  return told.state ?? JSON.stringify(told);
}

/** The same rows again and again, each with an id of its own. */
async function* manyRows(): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let [bytes, cases] = [0, 0];
  const told = (line: string) => {
    hash.update(`${line}\n`);
    bytes += line.length + 1;
    return Buffer.from(`${line}\n`);
  };
  yield told(heading);
  for (let row = rows[0] ?? ""; bytes + row.length < most; cases++) {
    row = rows[cases % rows.length] ?? "";
    yield told(row.replace(/[0-9a-f]{32}/, cases.toString(16).padStart(32, "0")));
  }
  yield Buffer.from(`${JSON.stringify({ end: { cases, hash: hash.digest("hex") } })}\n`);
}
