import {
  type AccountId,
  addDays,
  type CaseId,
  halfYearOf,
  type Instant,
  isoDate,
  municipalityCode,
  randomId,
  strongRandomness,
  type UnitId,
} from "#kernel";
import type { CaseRecord } from "#registration";
import type { MunicipalityTransaction, Store } from "../store.ts";
import { exampleCampaign, exampleObstacle, exampleTextPack } from "./example-campaign.ts";
import {
  type ExampleMunicipality,
  exampleAction,
  exampleInstant,
  exampleInvitation,
  exampleOverlay,
  exampleParticipant,
  startExampleCase,
} from "./examples.ts";

/** At least one row of the municipality's in every table that holds municipalities' rows. */
export async function fillEveryTable(
  store: Store,
  municipality: ExampleMunicipality,
): Promise<void> {
  const { code, unit, worker: account } = municipality;
  const at = exampleInstant;
  const { record, first } = startExampleCase(municipality);
  const claimed = { account, key: "first-save" };
  await store.within(code, async (tx) => {
    await tx.municipality.setContact("Samordnaren");
    await tx.sessions.insert({
      tokenHash: `hash-${code}`,
      account,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: `${addDays(isoDate(at.slice(0, 10)), 1)}T00:00:00.000Z` as Instant,
      revokedAt: null,
    });
    await tx.signInAttempts.recordFailure("account", "somebody", at);
    await tx.accountLinks.insert({
      linkHash: `link-${code}`,
      account,
      purpose: "invitation",
      madeBy: null,
      madeAt: at,
      expiresAt: at,
    });
    await tx.passkeys.insert({
      id: `passkey-${code}`,
      account,
      name: "Telefonen",
      publicKey: "pQECAyYgASFYIA",
      signCount: 3,
      transports: ["internal"],
      createdAt: at,
      lastUsedAt: null,
    });
    const identity = { issuer: "https://inloggning.example", subjectKey: "0".repeat(64) };
    await tx.providerIdentities.insert(identity, account, at);
    const recovery = { id: `recovery-${code}`, account, askedBy: account, askedAt: at };
    await tx.recoveries.insert(recovery);
    await tx.firstRuns.save({ begunAt: at, codebookSeenAt: null, finishedAt: null });
    await tx.cases.insert(record, first, { birthYear: 1987 });
    await tx.idempotency.claim(claimed, "0".repeat(64), record.code, at);
    await tx.accessReasons.insert({
      id: randomId(strongRandomness),
      account,
      case: record.id,
      reason: "Vikarierar",
      at,
      until: at,
    });
    await tx.surveyAnswers.insert({
      id: randomId(strongRandomness),
      case: record.id,
      unit,
      response: { mode: "paper", answeredOn: isoDate("2026-03-12"), answers: {} },
    });
    await tx.surveyInvitations.insert(
      exampleInvitation(record),
      { secretHash: "0".repeat(64), pinHash: "0".repeat(64) },
      null,
    );
    const textHash = "0".repeat(64);
    const approval = { language: "en", textHash, approvedBy: "Maria Ek", approvedAt: at };
    await tx.languageApprovals.set(approval);
    await tx.clientContacts.set({ contact: "Stödenheten", dataProtection: "Dataskyddsombudet" });
    const another = startExampleCase(municipality);
    await tx.cases.insert(another.record, another.first, { birthYear: 1987 });
    await tx.lookAlikes.dismiss(record.id, another.record.id, { by: account, at });
    await fillSession(tx.registrationSessions, { unit, account, at, record });
    await tx.unitGuidance.set({ unit, concept: "sex", text: "Fråga klienten.", by: account, at });
    await tx.localDrafts.save({}, 0, { by: account, at });
    await tx.draftComments.insert({
      id: randomId(strongRandomness),
      variable: `k${code}.own`,
      account,
      at,
      text: "Behövs den?",
    });
    await tx.localCodebooks.insert({
      number: 1,
      overlay: exampleOverlay(code),
      note: "En egen fråga",
      by: account,
      at,
    });
    await tx.localReleases.insert({
      halfYear: halfYearOf(isoDate("2025-09-01")),
      codebook: "su-kvinnofrid-2021",
      content: {},
      sha256: "0".repeat(64),
      by: account,
      at,
    });
    await tx.savedViews.insert({
      id: randomId(strongRandomness),
      account,
      name: "Riket",
      question: { set: "nation" },
      codebook: { id: "su-kvinnofrid-2021", version: "1.0.0" },
      countedFrom: "0".repeat(64),
      at,
    });
    const key = { kind: "committee", source: "2025-H2" };
    await tx.documentWords.save(key, 0, { comments: "Hej", talkAbout: "", by: account, at });
    await fillRound(tx, { account, at, case: record.id });
    await tx.logReviews.begin(
      { ...exampleReview, begunBy: account, begunAt: at, fromAt: at, throughAt: at },
      [
        {
          number: 1,
          kind: "sample",
          account,
          day: isoDate("2026-03-12"),
          sequences: [1],
          cases: 1,
        },
      ],
    );
    tx.audit.append({ at, account, action: "case-started", case: record.id });
    await fillDisposal(tx, municipality, record.id);
    await fillScreening(tx.screening, municipality);
  });
}

/** A campaign that has been answered, and what stands beside it. */
async function fillScreening(
  screening: MunicipalityTransaction["screening"],
  { unit, worker: by }: ExampleMunicipality,
): Promise<void> {
  const at = exampleInstant;
  const campaign = exampleCampaign(unit, by);
  const { id, firstDay: day } = campaign;
  await screening.saveCampaign(campaign);
  const receipt = { content: "0".repeat(64), day, isPile: false };
  const row = { unit, day, combination: "F04=1;F06=3", count: 1 };
  await screening.note(id, [row], { ...receipt, key: "0".repeat(64) });
  const answer = { moment: "before", answer: "4,3,5" } as const;
  await screening.addConfidence(id, answer, { ...receipt, key: "1".repeat(64) });
  await screening.saveObstacle({ ...exampleObstacle, campaign: id, by, at });
  const words = { steps: "Se till att ni är ensamma.", contacts: "Stödenheten" };
  await screening.saveChecklist({ unit, revision: 1, ...words, by, at });
  await screening.saveTextPack(exampleTextPack, by, at);
  const sha256 = "0".repeat(64);
  await screening.keepResults(id, { codebook: "fokusmanad-2026", content: {}, sha256, at });
}

/** A case is held, another was disposed of, and its key is still to be erased. */
async function fillDisposal(
  tx: MunicipalityTransaction,
  municipality: ExampleMunicipality,
  held: CaseId,
): Promise<void> {
  const { unit, worker: by } = municipality;
  const at = exampleInstant;
  const decision = { decidedBy: "socialnämnden", decidedOn: isoDate("2026-01-02") };
  await tx.disposalRules.set({ number: 1, years: 5, ...decision, reference: "SN 2", by, at });
  await tx.disposalRules.hold({ case: held, reason: "Tvist", by, at });
  const { record, first } = startExampleCase(municipality);
  await tx.cases.insert(record, first, { birthYear: 1987 });
  const response = { mode: "paper", answeredOn: isoDate("2026-03-12"), answers: {} } as const;
  await tx.surveyAnswers.insert({
    id: randomId(strongRandomness),
    case: record.id,
    unit,
    response,
  });
  await tx.disposals.propose({
    number: 1,
    rule: 1,
    cases: 1,
    listSha256: "0".repeat(64),
    proposedBy: by,
    proposedAt: at,
  });
  await tx.caseDisposal.dispose(1, [record], at);
}

const exampleReview = { number: 1, fromSequence: 1, throughSequence: 1, reads: 1, seed: 7 };

/** Both a receiver's side of a round and a participant's. */
async function fillRound(
  tx: MunicipalityTransaction,
  { account: by, at, case: of }: { account: AccountId; at: Instant; case: CaseId },
): Promise<void> {
  const [round, sha256, participant] = ["2026", "0".repeat(64), municipalityCode("9001")];
  await tx.rounds.insert({ id: round, invitation: {}, by, at });
  await tx.rounds.saveParticipant(round, exampleParticipant);
  const came = { round, id: sha256, participant, way: "network", arrivedAt: at } as const;
  const sound = {
    state: "waiting",
    heading: {},
    cases: 1,
    problems: [],
    differences: null,
  } as const;
  await tx.incomingDeliveries.insert({ ...came, ...sound, packageBytes: 1 }, new Uint8Array(1));
  const release = { publication: 1, isInterim: false, folder: "2026-1", verdict: "Säker." };
  await tx.publishedReleases.insert({ round, ...release, sha256, by, at });
  const decision = { decidedBy: "socialchef", decidedOn: isoDate("2026-01-02"), reference: "SN 1" };
  await tx.agreements.insert({ round, invitation: {}, level: "rows", ...decision, by, at });
  await tx.madeDeliveries.prepare({
    round,
    sequence: 1,
    isWithdrawal: false,
    level: "rows",
    statedCases: null,
    cases: 1,
    sha256,
    content: "{}\n",
    caseDigests: [{ case: of, digest: sha256 }],
    by,
    at,
  });
  await tx.actions.save({ ...exampleAction, by, at });
  await tx.sharedActions.replace(round, participant, [{ id: "one", content: {} }], at);
}

type InSession = {
  readonly unit: UnitId;
  readonly account: AccountId;
  readonly at: Instant;
  readonly record: CaseRecord;
};

async function fillSession(
  sessions: MunicipalityTransaction["registrationSessions"],
  { unit, account, at, record }: InSession,
): Promise<void> {
  const id = randomId(strongRandomness);
  await sessions.insert({
    id,
    unit,
    name: "Onsdagsstugan",
    openedBy: account,
    openedAt: at,
    closedAt: null,
  });
  await sessions.join(id, account, at);
  await sessions.take(id, record.id, account, at);
  await sessions.openQuestion(id, { variable: "V10", account }, at);
  await sessions.raiseHand(id, { concept: "violenceSeverity", account }, at);
}
