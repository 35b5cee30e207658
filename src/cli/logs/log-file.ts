import { open } from "node:fs/promises";
import { z } from "zod";
import type { AuditLink } from "#access";
import {
  canonicalJson,
  done,
  type Instant,
  type JsonValue,
  type MunicipalityCode,
  municipalityCode,
  type Outcome,
  problem,
  refused,
} from "#kernel";
import type { Logs, MunicipalityLog } from "#store";

const format = "skillnad-log/1";

/** The file's lines: a heading, then each municipality's head followed by its links. */
export async function* logLines({ codes, logs }: Logs, at: Instant): AsyncGenerator<Uint8Array> {
  yield line({ format, at, municipalities: codes });
  for await (const { municipality, head, links } of logs) {
    yield line({ municipality, head: { sequence: head.sequence, hash: head.hash } });
    for await (const { municipality: _, ...link } of links) yield line(link);
  }
}

function line(value: JsonValue): Uint8Array {
  return Buffer.from(`${canonicalJson(value)}\n`);
}

const Code = z
  .string()
  .regex(/^\d{4}$/)
  .transform(municipalityCode);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Heading = z.strictObject({
  format: z.literal(format),
  at: z.string(),
  municipalities: z.array(Code),
});
const Head = z.strictObject({
  municipality: Code,
  head: z.strictObject({ sequence: z.int().min(0), hash: Hash }),
});
/** What is wrong with a link's content its hash tells. */
const Link = z.strictObject({
  sequence: z.int(),
  at: z.string(),
  account: z.string().nullable(),
  action: z.string(),
  case: z.string().nullable(),
  details: z.record(z.string(), z.json()),
  previousHash: z.string(),
  hash: z.string(),
});

/** @returns what `work` made of it, or the line that is none. */
export async function readLogFile<Result>(
  path: string,
  work: (logs: Logs) => Promise<Result>,
): Promise<Outcome<Result>> {
  try {
    const file = await open(path);
    const lines = numbered(file.readLines({ encoding: "utf8" }));
    const heading = await lines.next();
    const { municipalities } = parsed(Heading, heading.done ? undefined : heading.value);
    return done(await work({ codes: municipalities, logs: logsIn(lines) }));
  } catch (reason) {
    if (reason instanceof WrongLine) {
      return refused(problem("log-file-wrong", path, { line: reason.line }));
    }
    const { code, message } = reason as NodeJS.ErrnoException;
    if (code === undefined) throw reason;
    return refused(problem("file-unreadable", path, { reason: message }));
  }
}

type Numbered = { readonly number: number; readonly text: string };

async function* numbered(lines: AsyncIterable<string>): AsyncGenerator<Numbered> {
  let number = 0;
  for await (const text of lines) yield { number: ++number, text };
}

/** Each municipality's links are the lines up to the next one's head. */
async function* logsIn(lines: AsyncGenerator<Numbered>): AsyncGenerator<MunicipalityLog> {
  let next = await lines.next();
  async function* linksOf(municipality: MunicipalityCode): AsyncGenerator<AuditLink> {
    for (next = await lines.next(); !next.done; next = await lines.next()) {
      if (isHead(next.value.text)) return;
      yield { municipality, ...parsed(Link, next.value) } as AuditLink;
    }
  }
  while (!next.done) {
    const { municipality, head } = parsed(Head, next.value);
    yield { municipality, head, links: linksOf(municipality) };
  }
}

function isHead(text: string): boolean {
  return text.startsWith('{"head":');
}

class WrongLine extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`line ${line}`);
    this.line = line;
  }
}

function parsed<Form extends z.ZodType>(form: Form, found: Numbered | undefined): z.output<Form> {
  if (found === undefined) throw new WrongLine(1);
  let value: unknown;
  try {
    value = JSON.parse(found.text);
  } catch {
    throw new WrongLine(found.number);
  }
  const read = form.safeParse(value);
  if (!read.success) throw new WrongLine(found.number);
  return read.data;
}
