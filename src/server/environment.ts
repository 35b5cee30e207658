import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { done, type Outcome, type Problem, problem, refused } from "#kernel";
import { type Provider, readProviders } from "./signing-in/providers/provider.ts";

/** What the environment decides; everything else is set in the browser. */
export type Environment = {
  readonly port: number;
  /** Whether PORT was given: then another port is not taken in its place. */
  readonly isPortChosen: boolean;
  /** Where people reach us, when it is not this machine's own address: `https://uppfoljning.…`. */
  readonly origin: string | undefined;
  /** What it listens by without a reverse proxy: PEM, the certificate with its chain, and its key. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
  /** The folder for what is kept beside the database: keys, releases; left out: the program chooses. */
  readonly files: string | undefined;
  /** The folder of the release to show; whoever opens it finds out whether it is one. */
  readonly release: string | undefined;
  /** Where a client who leaves the survey in a hurry ends up; left out: the program chooses. */
  readonly leaveTo?: string | undefined;
  /** Where people practise with invented cases: what `skillnad practice` serves; left out: nowhere. */
  readonly practiceAt?: string | undefined;
  /** Whether each request and event is written as one line of JSON on stderr. */
  readonly isLogged?: boolean;
  /** Whom municipalities trust to say who people are; left out: nobody. */
  readonly providers?: readonly Provider[];
  /** Who knows it may read `/metrics`. */
  readonly metricsToken?: string | undefined;
  readonly store:
    | { readonly kind: "folder"; readonly folder: string | undefined }
    | { readonly kind: "server"; readonly url: string };
};

export const defaultPort = 3210;

/**
 * Reads `PORT`, `SKILLNAD_ORIGIN`, `SKILLNAD_TLS_CERT`, `SKILLNAD_TLS_KEY`, `SKILLNAD_DATA`,
 * `SKILLNAD_FILES`, `SKILLNAD_RELEASE`, `SKILLNAD_LEAVE_TO`, `SKILLNAD_PRACTICE`, `SKILLNAD_LOG`,
 * `SKILLNAD_METRICS_TOKEN`, `SKILLNAD_PROVIDERS` and `DATABASE_URL`; an empty one counts as absent.
 */
export function readEnvironment(variables: {
  readonly [name: string]: string | undefined;
}): Outcome<Environment> {
  const { PORT, SKILLNAD_ORIGIN, SKILLNAD_DATA, SKILLNAD_FILES, SKILLNAD_RELEASE, DATABASE_URL } =
    variables;
  const { SKILLNAD_LEAVE_TO, SKILLNAD_PRACTICE, SKILLNAD_LOG, SKILLNAD_METRICS_TOKEN } = variables;
  const tls = readTls(variables);
  const providers = listedProviders(variables.SKILLNAD_PROVIDERS);
  const problems = [
    ...(tls.kind === "refused" ? tls.problems : []),
    ...(providers.kind === "refused" ? providers.problems : []),
    ...checkPort(PORT),
    ...checkOrigin(SKILLNAD_ORIGIN),
    ...checkLeaveTo(SKILLNAD_LEAVE_TO),
    ...checkPractice(SKILLNAD_PRACTICE, SKILLNAD_ORIGIN),
    ...checkDatabaseUrl(DATABASE_URL),
    ...(SKILLNAD_LOG && SKILLNAD_LOG !== "json"
      ? [invalid("SKILLNAD_LOG", SKILLNAD_LOG, "It can be json, or be left out.")]
      : []),
    ...(SKILLNAD_METRICS_TOKEN && SKILLNAD_METRICS_TOKEN.length < 24
      ? [invalid("SKILLNAD_METRICS_TOKEN", "…", "It must have at least 24 characters.")]
      : []),
    ...(SKILLNAD_DATA && DATABASE_URL
      ? [invalid("SKILLNAD_DATA", SKILLNAD_DATA, "DATABASE_URL is set too; use one of them.")]
      : []),
  ];
  if (problems.length > 0 || tls.kind === "refused" || providers.kind === "refused") {
    return refused(...problems);
  }
  return done({
    port: PORT ? Number(PORT) : defaultPort,
    isPortChosen: Boolean(PORT),
    origin: SKILLNAD_ORIGIN ? new URL(SKILLNAD_ORIGIN).origin : undefined,
    tls: tls.value,
    files: SKILLNAD_FILES ? resolve(SKILLNAD_FILES) : undefined,
    release: SKILLNAD_RELEASE ? resolve(SKILLNAD_RELEASE) : undefined,
    leaveTo: SKILLNAD_LEAVE_TO ? new URL(SKILLNAD_LEAVE_TO).href : undefined,
    practiceAt: SKILLNAD_PRACTICE ? new URL(SKILLNAD_PRACTICE).origin : undefined,
    isLogged: SKILLNAD_LOG === "json",
    metricsToken: SKILLNAD_METRICS_TOKEN || undefined,
    providers: providers.value,
    store: DATABASE_URL
      ? { kind: "server", url: DATABASE_URL }
      : { kind: "folder", folder: SKILLNAD_DATA ? resolve(SKILLNAD_DATA) : undefined },
  });
}

function listedProviders(path: string | undefined): Outcome<readonly Provider[]> {
  if (!path) return done([]);
  const read = readProviders(resolve(path));
  return typeof read === "string" ? refused(invalid("SKILLNAD_PROVIDERS", path, read)) : read;
}

function checkPort(text: string | undefined): readonly Problem[] {
  if (!text || (/^\d{1,5}$/.test(text) && Number(text) <= 65_535)) return [];
  return [invalid("PORT", text, "It must be a whole number from 0 to 65535.")];
}

function checkOrigin(text: string | undefined): readonly Problem[] {
  if (!text) return [];
  const url = URL.parse(text);
  if (url?.protocol === "https:" && `${url.origin}/` === url.href) return [];
  return [invalid("SKILLNAD_ORIGIN", text, "It must be like https://host, without a path.")];
}

/** Whoever leaves in a hurry arrives at once, and nobody on the way sees where. */
function checkLeaveTo(text: string | undefined): readonly Problem[] {
  if (!text) return [];
  const url = URL.parse(text);
  if (url?.protocol === "https:" && !url.username && !url.password) return [];
  return [invalid("SKILLNAD_LEAVE_TO", text, "It must be like https://host/page.")];
}

/** A host or a port of its own: where both share an address, nobody could tell which one she is in. */
function checkPractice(text: string | undefined, origin: string | undefined): readonly Problem[] {
  if (!text) return [];
  const url = URL.parse(text);
  const isNear = url?.protocol === "http:" && ["127.0.0.1", "localhost"].includes(url.hostname);
  if (!url || !(url.protocol === "https:" || isNear) || `${url.origin}/` !== url.href) {
    return [invalid("SKILLNAD_PRACTICE", text, "It must be like https://host, without a path.")];
  }
  if (origin && URL.parse(origin)?.origin === url.origin) {
    return [invalid("SKILLNAD_PRACTICE", text, "SKILLNAD_ORIGIN is the same; it must be another.")];
  }
  return [];
}

/** The files themselves, so that a fault in them is told before anything is opened. */
function readTls({
  SKILLNAD_ORIGIN,
  SKILLNAD_TLS_CERT,
  SKILLNAD_TLS_KEY,
}: {
  readonly [name: string]: string | undefined;
}): Outcome<Environment["tls"]> {
  if (!SKILLNAD_TLS_CERT && !SKILLNAD_TLS_KEY) return done(undefined);
  if (!SKILLNAD_TLS_CERT)
    return refused(invalid("SKILLNAD_TLS_CERT", "", "The key alone is no use."));
  if (!SKILLNAD_TLS_KEY) {
    return refused(invalid("SKILLNAD_TLS_KEY", "", "The certificate alone is no use."));
  }
  if (!SKILLNAD_ORIGIN) {
    return refused(
      invalid("SKILLNAD_ORIGIN", "", "With a certificate it says where people reach us."),
    );
  }
  const read = (name: string, path: string, begins: RegExp) => {
    try {
      const text = readFileSync(path, "utf8");
      return begins.test(text) ? done(text) : refused(invalid(name, path, "It is not PEM."));
    } catch (error) {
      return refused(invalid(name, path, (error as Error).message));
    }
  };
  const cert = read("SKILLNAD_TLS_CERT", SKILLNAD_TLS_CERT, /-----BEGIN CERTIFICATE-----/);
  const key = read("SKILLNAD_TLS_KEY", SKILLNAD_TLS_KEY, /-----BEGIN [A-Z ]*PRIVATE KEY-----/);
  if (cert.kind === "done" && key.kind === "done")
    return done({ cert: cert.value, key: key.value });
  return refused(...[cert, key].flatMap((each) => (each.kind === "done" ? [] : each.problems)));
}

function checkDatabaseUrl(text: string | undefined): readonly Problem[] {
  if (!text) return [];
  const url = URL.parse(text);
  if (url && ["postgres:", "postgresql:"].includes(url.protocol)) return [];
  // The address may hold a password, so it is not repeated.
  return [
    invalid("DATABASE_URL", "…", "It must be like postgres://user:password@host:5432/database."),
  ];
}

function invalid(name: string, value: string, reason: string): Problem {
  return problem("environment-invalid", name, { value, reason });
}
