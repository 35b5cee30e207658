import { type Kysely, sql } from "kysely";
import type { MunicipalityCode } from "#kernel";
import { accessReasonsOf } from "./access-reasons.ts";
import { accountLinksOf } from "./account-links.ts";
import { accountsOf } from "./accounts.ts";
import { actionsOf, sharedActionsOf } from "./actions.ts";
import { agreementsOf } from "./agreements.ts";
import { type AuditNote, auditOf, writeNotes } from "./audit.ts";
import { caseWorkOf } from "./case-work.ts";
import { casesOf } from "./cases.ts";
import { clientContactsOf } from "./client-contacts.ts";
import { codebooksOf } from "./codebooks.ts";
import { disposalRulesOf } from "./disposal-rules.ts";
import { disposalsOf } from "./disposals.ts";
import { caseDisposalOf } from "./dispose-cases.ts";
import { documentWordsOf } from "./document-words.ts";
import { draftCommentsOf } from "./draft-comments.ts";
import { findTrouble } from "./find-trouble.ts";
import { firstRunsOf } from "./first-runs.ts";
import { idempotencyOf } from "./idempotency.ts";
import { incomingDeliveriesOf } from "./incoming-deliveries.ts";
import { languageApprovalsOf } from "./language-approvals.ts";
import { localCodebooksOf } from "./local-codebooks.ts";
import { localDraftsOf } from "./local-drafts.ts";
import { localReleasesOf } from "./local-releases.ts";
import { logReadingOf } from "./log-reading.ts";
import { logReviewsOf } from "./log-reviews.ts";
import { lookAlikesOf } from "./look-alikes.ts";
import { madeDeliveriesOf } from "./made-deliveries.ts";
import { listMunicipalities, type Municipality, ownMunicipalityOf } from "./municipalities.ts";
import { numberPasser } from "./pass-numbers.ts";
import { passkeysOf } from "./passkeys.ts";
import { passwordWaysOf } from "./password-ways.ts";
import { peopleOf } from "./people.ts";
import { providerIdentitiesOf } from "./provider-identities.ts";
import { publishedReleasesOf } from "./published-releases.ts";
import { recoveriesOf } from "./recoveries.ts";
import { registrationSessionsOf } from "./registration-sessions.ts";
import { roundsOf } from "./rounds.ts";
import { savedViewsOf } from "./saved-views.ts";
import type { Schema } from "./schema.ts";
import { screeningOf } from "./screening.ts";
import { sessionsOf } from "./sessions.ts";
import { signInAttemptsOf } from "./sign-in-attempts.ts";
import { surveyAnswersOf } from "./survey-answers.ts";
import { surveyInvitationsOf } from "./survey-invitations.ts";
import type { Tenant } from "./tenant.ts";
import { unitGuidanceOf } from "./unit-guidance.ts";
import { unitsOf } from "./units.ts";

/** What one transaction in one municipality can do. */
export type MunicipalityTransaction = {
  readonly municipality: ReturnType<typeof ownMunicipalityOf>;
  readonly units: ReturnType<typeof unitsOf>;
  readonly accounts: ReturnType<typeof accountsOf>;
  readonly people: ReturnType<typeof peopleOf>;
  readonly accountLinks: ReturnType<typeof accountLinksOf>;
  readonly passwordWays: ReturnType<typeof passwordWaysOf>;
  readonly passkeys: ReturnType<typeof passkeysOf>;
  readonly providerIdentities: ReturnType<typeof providerIdentitiesOf>;
  readonly recoveries: ReturnType<typeof recoveriesOf>;
  readonly firstRuns: ReturnType<typeof firstRunsOf>;
  readonly sessions: ReturnType<typeof sessionsOf>;
  readonly signInAttempts: ReturnType<typeof signInAttemptsOf>;
  readonly cases: ReturnType<typeof casesOf>;
  readonly caseWork: ReturnType<typeof caseWorkOf>;
  readonly lookAlikes: ReturnType<typeof lookAlikesOf>;
  readonly idempotency: ReturnType<typeof idempotencyOf>;
  readonly accessReasons: ReturnType<typeof accessReasonsOf>;
  readonly surveyAnswers: ReturnType<typeof surveyAnswersOf>;
  readonly surveyInvitations: ReturnType<typeof surveyInvitationsOf>;
  readonly languageApprovals: ReturnType<typeof languageApprovalsOf>;
  readonly clientContacts: ReturnType<typeof clientContactsOf>;
  readonly registrationSessions: ReturnType<typeof registrationSessionsOf>;
  readonly unitGuidance: ReturnType<typeof unitGuidanceOf>;
  readonly localDrafts: ReturnType<typeof localDraftsOf>;
  readonly documentWords: ReturnType<typeof documentWordsOf>;
  readonly draftComments: ReturnType<typeof draftCommentsOf>;
  readonly localCodebooks: ReturnType<typeof localCodebooksOf>;
  readonly localReleases: ReturnType<typeof localReleasesOf>;
  readonly savedViews: ReturnType<typeof savedViewsOf>;
  readonly rounds: ReturnType<typeof roundsOf>;
  readonly incomingDeliveries: ReturnType<typeof incomingDeliveriesOf>;
  readonly publishedReleases: ReturnType<typeof publishedReleasesOf>;
  readonly agreements: ReturnType<typeof agreementsOf>;
  readonly madeDeliveries: ReturnType<typeof madeDeliveriesOf>;
  readonly actions: ReturnType<typeof actionsOf>;
  readonly sharedActions: ReturnType<typeof sharedActionsOf>;
  /** As the store's, within the transaction. */
  readonly codebooks: ReturnType<typeof codebooksOf>;
  readonly audit: ReturnType<typeof auditOf>;
  readonly logReading: ReturnType<typeof logReadingOf>;
  readonly logReviews: ReturnType<typeof logReviewsOf>;
  readonly disposalRules: ReturnType<typeof disposalRulesOf>;
  readonly disposals: ReturnType<typeof disposalsOf>;
  readonly caseDisposal: ReturnType<typeof caseDisposalOf>;
  readonly screening: ReturnType<typeof screeningOf>;
};

export type Store = {
  /**
   * One transaction that sees this municipality's rows and no others. Commits when `work` fulfils
   * (its answer is then on disk); rolls everything back, audit notes too, when it throws.
   */
  readonly within: <Result>(
    municipality: MunicipalityCode,
    work: (tx: MunicipalityTransaction) => Promise<Result>,
  ) => Promise<Result>;
  /** After what says of somebody that she was there: `pass-numbers.ts`. `within` does, after a line of the log. */
  readonly passNumbers: () => void;
  /** Public: who takes part, for the sign-in page. */
  readonly municipalities: () => Promise<readonly Municipality[]>;
  readonly codebooks: ReturnType<typeof codebooksOf>;
  /** What ails the database, when that is why something was thrown. */
  readonly findTrouble: typeof findTrouble;
};

export function storeOn(db: Kysely<Schema>): Store {
  const passNumbers = numberPasser(db);
  return {
    async within(municipality, work) {
      const notes: AuditNote[] = [];
      const done = await db.transaction().execute(async (transaction) => {
        // `true`: until the end of this transaction, so that nothing leaks to the connection's next.
        await sql`select set_config('app.municipality', ${municipality}, true)`.execute(
          transaction,
        );
        const tenant = { db: transaction, municipality };
        const result = await work(transactionOf(tenant, notes));
        await writeNotes(tenant, notes);
        return result;
      });
      if (notes.length > 0) passNumbers();
      return done;
    },
    passNumbers,
    municipalities: () => listMunicipalities(db),
    codebooks: codebooksOf(db),
    findTrouble,
  };
}

function transactionOf(tenant: Tenant, notes: AuditNote[]): MunicipalityTransaction {
  return {
    municipality: ownMunicipalityOf(tenant),
    units: unitsOf(tenant),
    accounts: accountsOf(tenant),
    people: peopleOf(tenant),
    accountLinks: accountLinksOf(tenant),
    passwordWays: passwordWaysOf(tenant),
    passkeys: passkeysOf(tenant),
    providerIdentities: providerIdentitiesOf(tenant),
    recoveries: recoveriesOf(tenant),
    firstRuns: firstRunsOf(tenant),
    sessions: sessionsOf(tenant),
    signInAttempts: signInAttemptsOf(tenant),
    cases: casesOf(tenant),
    caseWork: caseWorkOf(tenant),
    lookAlikes: lookAlikesOf(tenant),
    idempotency: idempotencyOf(tenant),
    accessReasons: accessReasonsOf(tenant),
    surveyAnswers: surveyAnswersOf(tenant),
    surveyInvitations: surveyInvitationsOf(tenant),
    languageApprovals: languageApprovalsOf(tenant),
    clientContacts: clientContactsOf(tenant),
    registrationSessions: registrationSessionsOf(tenant),
    unitGuidance: unitGuidanceOf(tenant),
    localDrafts: localDraftsOf(tenant),
    documentWords: documentWordsOf(tenant),
    draftComments: draftCommentsOf(tenant),
    localCodebooks: localCodebooksOf(tenant),
    localReleases: localReleasesOf(tenant),
    savedViews: savedViewsOf(tenant),
    rounds: roundsOf(tenant),
    incomingDeliveries: incomingDeliveriesOf(tenant),
    publishedReleases: publishedReleasesOf(tenant),
    agreements: agreementsOf(tenant),
    madeDeliveries: madeDeliveriesOf(tenant),
    actions: actionsOf(tenant),
    sharedActions: sharedActionsOf(tenant),
    codebooks: codebooksOf(tenant.db),
    audit: auditOf(tenant, notes),
    logReading: logReadingOf(tenant),
    logReviews: logReviewsOf(tenant),
    disposalRules: disposalRulesOf(tenant),
    disposals: disposalsOf(tenant),
    caseDisposal: caseDisposalOf(tenant),
    screening: screeningOf(tenant),
  };
}
