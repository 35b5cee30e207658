/** What is promised, which tests hold it, and what they do not hold. */
export type Promised = {
  readonly id: string;
  readonly says: string;
  /** What the tests do, in a sentence or two. */
  readonly how: string;
  /** Files, or folders with a `/` at their end. */
  readonly tests: readonly string[];
  /** What is lacking; empty: it is held whole. */
  readonly missing: readonly string[];
};

export const promises: readonly Promised[] = [
  {
    id: "P1",
    says: "Nobody outside the assigned unit reads a case without a reason that the manager sees.",
    how: "Tests are generated from the policy: every route × every role × own unit, other unit, other municipality. Below that, row-level security is tried as table × role × operation × municipality. What does not exist and what is forbidden give the same bytes by the same statements.",
    tests: [
      "src/access/authorise.test.ts",
      "src/server/app.access.test.ts",
      "src/server/survey-pages.access.test.ts",
      "src/server/restricted-case.test.ts",
      "src/server/case-life.test.ts",
      "src/store/row-level-security.test.ts",
      "src/store/whose-cases.test.ts",
      "test/nation/own-canaries.test.ts",
      "test/nation/client-canaries.test.ts",
    ],
    missing: [],
  },
  {
    id: "P2",
    says: "No published figure lets anyone compute a protected count, alone or with earlier releases.",
    how: "An auditor that knows nothing of the program that hid attacks every release as a stranger, as each participant and as pairs of them, with all that was published before. Properties over invented releases, planted unique people, and the demo nation.",
    tests: [
      "src/disclosure/",
      "src/compilation/one-person.property.test.ts",
      "src/compilation/compile-release.test.ts",
      "src/server/release-line.test.ts",
      "src/server/local-releases.test.ts",
      "test/nation/attacking-stranger.test.ts",
      "test/nation/stranger.test.ts",
      "test/nation/ledger.test.ts",
      "test/nation/few.test.ts",
    ],
    missing: [
      "Pairs of participants that pool their own rows are reported by the audit, not prevented: the release says so.",
    ],
  },
  {
    id: "P3",
    says: "Every read and export is logged, and tampering shows.",
    how: "Every route that reads or exports leaves its line. Logs are edited, cut off, emptied and reordered with every hash made to match, and are found out by signed heads that were kept elsewhere, without the program's server.",
    tests: [
      "src/access/audit-chain.test.ts",
      "src/access/verify-log.test.ts",
      "src/access/log-signs.test.ts",
      "src/store/audit.test.ts",
      "src/server/audit.test.ts",
      "src/server/log-reviews.test.ts",
      "test/processes/verify-log.test.ts",
    ],
    missing: [
      "Somebody who owns the machine and the signing key can write a new log from its beginning: it shows only against heads that were kept elsewhere, which the one who runs it has to do.",
    ],
  },
  {
    id: "P4",
    says: "An acknowledged save survives kill −9, a full disk, a power cut.",
    how: "People write over HTTP while program, database, both, or one of the database's processes are killed; then every acknowledged write has to be there once, case, revisions and log have to agree, and the log's chain has to hold. The same on a disk that is full, on one whose fsync fails, with a database that is restarted, with connections that are reset, and when there are none left.",
    tests: [
      "test/reliability/",
      "src/store/open/kill.test.ts",
      "src/store/open/cluster-settings.test.ts",
      "src/store/open/upgrade.test.ts",
      "src/server/lost-database.test.ts",
      "src/server/clock.test.ts",
      "src/server/saving.test.ts",
      "src/store/idempotency.test.ts",
      "test/journeys/killed-server.test.ts",
      "test/journeys/lost-contact.test.ts",
    ],
    missing: [
      "A power cut itself is not simulated: a kill leaves the operating system's cache as it was. What stands for it is that the database is configured to wait for the disk (tested), and that nothing is acknowledged when that fails (tested).",
      "A full disk is tried where the tests may mount a small one, as root on Linux; elsewhere the run says that it was not.",
    ],
  },
  {
    id: "P5",
    says: "A restored backup equals the original.",
    how: "Digests of every table and file before and after; under load, of one moment; from the embedded database to a server and back; a drill that restores into a throw-away instance.",
    tests: ["src/store/backup/", "test/processes/backup.test.ts", "src/server/backups.test.ts"],
    missing: [],
  },
  {
    id: "P6",
    says: "A survey page or link reveals nothing.",
    how: "Used, expired and unknown links give the same bytes by the same statements; link previews burn nothing; a real browser's profile is searched on the disk afterwards; hostile texts in every field run nothing.",
    tests: [
      "src/server/survey-pages.test.ts",
      "src/server/survey-pages.access.test.ts",
      "src/server/survey-pages/",
      "src/server/one-client.test.ts",
      "src/survey/",
      "test/journeys/client-survey.test.ts",
      "test/journeys/client-survey-left.test.ts",
      "test/journeys/client-survey-hostile.test.ts",
      "test/journeys/client-survey-kiosk.test.ts",
      "test/nation/client-canaries.test.ts",
    ],
    missing: [
      "The difference in time between kinds of refusals is a figure of the bench, not a test.",
    ],
  },
  {
    id: "P7",
    says: "A stolen database dump or backup without its key identifies nobody.",
    how: "Names, numbers and texts are planted, and looked for in every table, in backups, in support bundles, in logs and in every package that leaves. A case that was erased stays unreadable in older backups.",
    tests: [
      "src/store/backup/",
      "src/kernel/personnummer.test.ts",
      "src/kernel/warn-of-person.test.ts",
      "src/server/bad-input.test.ts",
      "src/server/telemetry/",
      "src/store/people.test.ts",
      "test/nation/canaries.test.ts",
      "test/nation/delivery-canaries.test.ts",
      "test/linking/",
      "test/processes/doctor.test.ts",
      "test/journeys/storage.test.ts",
    ],
    missing: [
      "A dump of a running database does hold what cases say, under codes: birth year, dates and answers. Whoever knows much about one person can recognise her there. The disk has to be encrypted by the one who runs it.",
      "For up to twenty minutes whoever may read the hidden columns of a running database finds who noted a meeting of a focus month that is alone on its unit's day: from transaction numbers, which no dump or backup carries.",
    ],
  },
  {
    id: "P8",
    says: "The statistics equal independent implementations.",
    how: "Each method against published worked examples and against tables made by R and SciPy; counting against a second counter written from the description alone; properties that have to hold however cases are dealt out.",
    tests: [
      "src/tabulation/",
      "src/report/testing/numbers-agree.test.ts",
      "test/conformance/",
      "test/nation/figures.test.ts",
      "test/nation/shown-numbers.test.ts",
    ],
    missing: [],
  },
  {
    id: "P9",
    says: "ASVS 5.0 level 2, and level 3 in chapters 6, 7, 8, 11, 14 and 16, each requirement with its evidence.",
    how: "The table below, by section of those six chapters. The tests here are those that it names most.",
    tests: [
      "src/access/",
      "src/server/sign-in.test.ts",
      "src/server/app.test.ts",
      "src/server/app.access.test.ts",
      "src/delivery/package/",
      "test/architecture/house.test.ts",
    ],
    missing: [
      "The evidence is by section and not by requirement, and nobody outside the project has gone through it. The other chapters have not been gone through.",
    ],
  },
  {
    id: "P10",
    says: "SBOM, lockfile, signed releases.",
    how: "The archive of `npm run package` holds a list of its parts (CycloneDX) and its own checksums, and is the same bytes when it is made again. Packages come by exact versions with integrity hashes, and run no scripts when they are installed.",
    tests: [
      "test/package/package.test.ts",
      "scripts/package/",
      "scripts/prepare/install-packages.test.ts",
      "test/architecture/house.test.ts",
    ],
    missing: [
      "Releases are not signed yet: there is no key that readers could know as the project's.",
      "`npm audit signatures` is run by hand, not by the suite, which needs no network.",
    ],
  },
];
