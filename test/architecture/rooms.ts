/**
 * The rooms in the order the data flows, and what each may import: the one place where this is said.
 * The rules of dependency-cruiser are generated from it, and every room's README is compared with it.
 */
export const rooms: { readonly [room: string]: Room } = {
  kernel: { mayImport: [] },
  codebook: { mayImport: ["kernel"] },
  registration: { mayImport: ["kernel", "codebook"] },
  survey: { mayImport: ["kernel", "codebook", "registration"] },
  screening: { mayImport: ["kernel", "codebook"] },
  access: { mayImport: ["kernel"] },
  store: { mayImport: ["kernel", "codebook", "registration", "survey", "screening", "access"] },
  tabulation: { mayImport: ["kernel", "codebook", "registration"] },
  disclosure: { mayImport: ["kernel", "codebook", "tabulation"] },
  delivery: { mayImport: ["kernel", "codebook", "registration", "tabulation"] },
  compilation: { mayImport: ["kernel", "codebook", "tabulation", "disclosure", "delivery"] },
  report: { mayImport: ["kernel", "codebook", "disclosure"] },
  server: {
    mayImport: [
      "kernel",
      "codebook",
      "registration",
      "survey",
      "screening",
      "access",
      "store",
      "tabulation",
      "disclosure",
      "delivery",
      "compilation",
      "report",
    ],
  },
  web: {
    mayImport: ["kernel", "codebook", "registration"],
    mayImportTypes: ["server", "access", "report"],
  },
  cli: {
    mayImport: [
      "kernel",
      "codebook",
      "registration",
      "survey",
      "screening",
      "access",
      "store",
      "tabulation",
      "disclosure",
      "delivery",
      "compilation",
      "report",
      "server",
      "scenario",
    ],
  },
  scenario: {
    mayImport: ["kernel", "codebook", "registration", "survey", "screening", "access", "store"],
  },
};

export type Room = {
  readonly mayImport: readonly string[];
  /** Erased before anything runs: the web knows the server's words without its code. */
  readonly mayImportTypes?: readonly string[];
};

/** What only some may use. `homes` are beginnings of paths; tests are free. */
export type Limit = {
  readonly name: string;
  readonly uses: readonly string[];
  readonly homes: readonly string[];
};

/** Names ending in `/` are scopes. */
export const packageLimits: readonly Limit[] = [
  { name: "sql-in-store", uses: ["kysely", "pg"], homes: ["src/store/"] },
  { name: "duckdb-in-tabulation", uses: ["@duckdb/"], homes: ["src/tabulation/"] },
  { name: "solver-in-disclosure", uses: ["highs"], homes: ["src/disclosure/"] },
  { name: "pdf-in-report", uses: ["pdfkit"], homes: ["src/report/documents/pdf/"] },
  { name: "hono-in-server", uses: ["hono", "@hono/"], homes: ["src/server/"] },
  { name: "react-in-web", uses: ["react", "react-dom", "react-router"], homes: ["src/web/"] },
  {
    name: "components-in-web-ui",
    uses: ["@midas-ds/", "react-aria", "react-aria-components", "react-stately"],
    homes: ["src/web/ui/"],
  },
];

/** Modules of Node itself. */
export const coreLimits: readonly Limit[] = [
  {
    name: "files",
    uses: ["fs", "fs/promises"],
    homes: [
      "src/server/",
      "src/cli/",
      "src/store/open",
      "src/store/backup",
      "src/tabulation/extract",
      "src/compilation/release-folder",
      "src/compilation/release-ledger-file",
    ],
  },
  {
    name: "processes",
    uses: ["child_process", "cluster"],
    homes: ["src/cli/", "src/store/open"],
  },
  { name: "the-process", uses: ["process"], homes: ["src/server/", "src/cli/"] },
];

/** These also run in the browser, where Node's modules do not exist. */
export const browserRooms: readonly string[] = ["kernel", "codebook", "registration", "web"];

/**
 * What a line of code may not reach for, outside the places that hand it to the others; also as the
 * end of a longer name (`globalThis.crypto.randomUUID`).
 */
export const reachLimits: readonly Limit[] = [
  { name: "the environment", uses: ["process.env"], homes: ["src/server/", "src/cli/"] },
  { name: "the clock", uses: ["Date.now", "new Date()"], homes: ["src/kernel/"] },
  {
    name: "chance",
    uses: ["Math.random", "getRandomValues", "randomBytes", "randomInt", "randomUUID"],
    homes: ["src/kernel/"],
  },
];
