/**
 * Sections of the chapters that are to be held at level 3. «held»: each requirement in it that concerns a
 * program like this has been looked at, and has a test or a place in the code; not by anybody outside.
 */
export type AsvsSection = {
  readonly section: string;
  readonly name: string;
  readonly state: "held" | "partly" | "not yet";
  readonly evidence: readonly string[];
  readonly missing: string;
};

export const asvsSections: readonly AsvsSection[] = [
  {
    section: "6.1",
    name: "Authentication documentation",
    state: "partly",
    evidence: ["SECURITY.md", "src/access/sign-in-delay.ts"],
    missing:
      "The ways in and their limits are described where they are built, not in one document.",
  },
  {
    section: "6.2",
    name: "Password security",
    state: "partly",
    evidence: ["src/access/password.test.ts", "src/access/password-rules.test.ts"],
    missing: "Passwords that have leaked are known from a short list, not from a large one.",
  },
  {
    section: "6.3",
    name: "General authentication security",
    state: "partly",
    evidence: ["src/server/sign-in.test.ts", "src/access/sign-in-delay.test.ts"],
    missing: "People are not told when somebody tried their account in vain; the log review is.",
  },
  {
    section: "6.4",
    name: "Factor lifecycle and recovery",
    state: "partly",
    evidence: ["src/server/account-links.test.ts", "src/server/own-account.test.ts"],
    missing: "New; not gone through requirement by requirement.",
  },
  {
    section: "6.5",
    name: "Multi-factor requirements",
    state: "partly",
    evidence: ["src/access/one-time-code.test.ts"],
    missing: "New; not gone through requirement by requirement.",
  },
  {
    section: "6.6",
    name: "Out-of-band mechanisms",
    state: "held",
    evidence: [],
    missing: "None are used: no SMS, no e-mail, no push.",
  },
  {
    section: "6.7",
    name: "Cryptographic mechanisms",
    state: "partly",
    evidence: ["src/server/passkeys.test.ts", "test/journeys/passkey.test.ts"],
    missing: "Attestation is not asked for, so that any authenticator may be used.",
  },
  {
    section: "6.8",
    name: "Identity providers",
    state: "partly",
    evidence: ["src/server/providers.test.ts"],
    missing: "Tried against one provider only; none of the Swedish federations.",
  },
  {
    section: "7.1",
    name: "Session documentation",
    state: "held",
    evidence: ["src/access/session.ts", "SECURITY.md"],
    missing: "",
  },
  {
    section: "7.2",
    name: "Fundamental session security",
    state: "held",
    evidence: ["src/access/session.test.ts", "src/server/sign-in.test.ts"],
    missing: "",
  },
  {
    section: "7.3",
    name: "Session timeout",
    state: "held",
    evidence: ["src/access/session.test.ts", "src/server/clock.test.ts"],
    missing: "",
  },
  {
    section: "7.4",
    name: "Session termination",
    state: "held",
    evidence: ["src/server/sign-in.test.ts", "src/store/people.test.ts"],
    missing: "",
  },
  {
    section: "7.5",
    name: "Defences against session abuse",
    state: "partly",
    evidence: ["src/access/policy.ts", "src/server/own-account.test.ts"],
    missing: "New; not gone through requirement by requirement.",
  },
  {
    section: "7.6",
    name: "Federated re-authentication",
    state: "partly",
    evidence: ["src/server/providers.test.ts"],
    missing: "A session that ends at the provider does not end here before its own time.",
  },
  {
    section: "8.1",
    name: "Authorisation documentation",
    state: "held",
    evidence: ["src/access/policy.ts", "src/server/app.access.test.matrix"],
    missing: "",
  },
  {
    section: "8.2",
    name: "General authorisation design",
    state: "held",
    evidence: ["src/server/app.access.test.ts", "src/store/row-level-security.test.ts"],
    missing: "",
  },
  {
    section: "8.3",
    name: "Operation-level authorisation",
    state: "held",
    evidence: ["src/access/authorise.test.ts", "src/server/app.access.test.ts"],
    missing: "",
  },
  {
    section: "8.4",
    name: "Other authorisation considerations",
    state: "partly",
    evidence: ["src/store/row-level-security.test.ts"],
    missing: "Administrators need no second device or network of their own.",
  },
  {
    section: "11.1",
    name: "Cryptographic inventory",
    state: "not yet",
    evidence: [],
    missing: "There is no inventory of keys and algorithms, and no plan for what comes after them.",
  },
  {
    section: "11.2",
    name: "Secure implementation",
    state: "held",
    evidence: ["src/delivery/package/fuzzed-packages.test.ts", "src/store/backup/"],
    missing: "",
  },
  {
    section: "11.3",
    name: "Encryption algorithms",
    state: "held",
    evidence: ["src/delivery/package/flipped-bytes.test.ts", "src/store/backup/backup.test.ts"],
    missing: "",
  },
  {
    section: "11.4",
    name: "Hashing",
    state: "held",
    evidence: ["src/access/password.test.ts", "src/access/audit-chain.test.ts"],
    missing: "",
  },
  {
    section: "11.5",
    name: "Random values",
    state: "held",
    evidence: ["src/kernel/randomness.test.ts", "test/architecture/rooms.ts"],
    missing: "",
  },
  {
    section: "11.6",
    name: "Public key cryptography",
    state: "held",
    evidence: ["src/delivery/package/worked-example.test.ts"],
    missing: "",
  },
  {
    section: "11.7",
    name: "In-use data",
    state: "not yet",
    evidence: [],
    missing: "Memory is not encrypted; dumps of it are forbidden by the service's unit.",
  },
  {
    section: "14.1",
    name: "Data protection documentation",
    state: "partly",
    evidence: [
      "SECURITY.md",
      "docs/decisions/0009-case-codes-are-random-and-nobody-keeps-the-key.md",
    ],
    missing: "What is kept is described with the codebook; levels of protection are not named.",
  },
  {
    section: "14.2",
    name: "General data protection",
    state: "partly",
    evidence: ["test/nation/canaries.test.ts", "test/processes/doctor.test.ts"],
    missing: "New rules for how long things are kept; not gone through requirement by requirement.",
  },
  {
    section: "14.3",
    name: "Client-side data protection",
    state: "held",
    evidence: ["test/journeys/storage.test.ts", "test/journeys/client-survey.test.ts"],
    missing: "",
  },
  {
    section: "16.1",
    name: "Logging documentation",
    state: "partly",
    evidence: ["docs/drift/bevaka.md", "src/server/telemetry/log-line.ts"],
    missing: "There is no inventory of what is logged where, and for how long.",
  },
  {
    section: "16.2",
    name: "General logging",
    state: "held",
    evidence: ["src/server/telemetry/telemetry.test.ts", "src/server/audit.test.ts"],
    missing: "",
  },
  {
    section: "16.3",
    name: "Security events",
    state: "held",
    evidence: ["src/server/audit.test.ts", "src/server/log-reviews.test.ts"],
    missing: "",
  },
  {
    section: "16.4",
    name: "Log protection",
    state: "held",
    evidence: ["test/processes/verify-log.test.ts", "src/access/verify-log.test.ts"],
    missing: "",
  },
  {
    section: "16.5",
    name: "Error handling",
    state: "held",
    evidence: ["src/server/lost-database.test.ts", "src/store/find-trouble.test.ts"],
    missing: "",
  },
];
