import type { Release } from "#compilation";
import type { Clock, Randomness } from "#kernel";
import type { CaseKeyBook, Store } from "#store";
import type { BackupDesk } from "./backups/backup-desk.ts";
import type { CodebookShelf } from "./codebook-shelf.ts";
import type { UnitExplorationBook } from "./exploration/unit-exploration-book.ts";
import type { FirstRunGate } from "./first-run/first-run-gate.ts";
import type { KeyCupboard } from "./key-cupboard.ts";
import type { LocalReleaseBook } from "./local-release-book.ts";
import type { PublishedNation } from "./published-nation.ts";
import type { CompilingBook } from "./publishing/compiling-book.ts";
import type { IntakeGate } from "./receiving/intake-gate.ts";
import type { UnitMeetingBook } from "./screening/unit-meeting-book.ts";
import type { ChallengeBook } from "./signing-in/challenge-book.ts";
import type { WorkGate } from "./signing-in/password/work-gate.ts";
import type { ProviderShelf } from "./signing-in/providers/provider-shelf.ts";
import type { SurveyLanguageShelf } from "./survey-language-shelf.ts";
import type { Telemetry } from "./telemetry/telemetry.ts";
import type { UnitFigureBook } from "./unit-figure-book.ts";
import type { UnitQualityBook } from "./unit-quality-book.ts";
import type { UnitResultBook } from "./unit-result-book.ts";
import type { SignInOptions } from "./wire.ts";

/** What the routes work with; put together in `compose.ts`, or by a test. */
export type Services = {
  readonly store: Store;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly kind: "demo" | "real";
  /** Whether people reach us over TLS: decides the cookie's name and flags. */
  readonly isHttps: boolean;
  readonly allowedOrigins: readonly string[];
  /** The library's, and what the municipalities have published upon them. */
  readonly codebooks: CodebookShelf;
  /** What clients may choose among; Swedish first. */
  readonly surveyLanguages: SurveyLanguageShelf;
  /** Where a client who leaves the survey in a hurry ends up. */
  readonly leaveTo: string;
  /** Where people practise: an installation of its own, with invented cases alone. */
  readonly practiceAt?: string | undefined;
  readonly figures: UnitFigureBook;
  readonly results: UnitResultBook;
  readonly exploration: UnitExplorationBook;
  readonly meetings: UnitMeetingBook;
  readonly quality: UnitQualityBook;
  readonly localReleases: LocalReleaseBook;
  /** Releases on their way to be published. */
  readonly compiling: CompilingBook;
  /** The private keys of those whose deliveries are made or opened here. */
  readonly keys: KeyCupboard;
  /** What is asked of those who come in, and who else may say who they are. */
  readonly challenges: ChallengeBook;
  /** Where passwords are compared, few at a time. */
  readonly passwordGate: WorkGate;
  readonly providers: ProviderShelf;
  /** Lets the first person in. */
  readonly firstRun: FirstRunGate;
  /** By which backups hold cases, one for each: erased when a case is disposed of. */
  readonly caseKeys: Pick<CaseKeyBook, "erase">;
  /** This machine's backups. */
  readonly backups: BackupDesk;
  /** What is kept beside the database: releases, and what is being compiled. */
  readonly files: string;
  /** Keeps strangers from occupying it. */
  readonly intake: IntakeGate;
  /** From now on this release is shown. */
  readonly publish: (release: Release) => void;
  /** What the release says that is shown; `null` where none is. */
  readonly release: PublishedNation | null;
  readonly demoAccounts: SignInOptions["demoAccounts"];
  /** What the program tells of its own work. */
  readonly telemetry: Telemetry;
  /** The built pages; the document holds `__CSP_NONCE__` where the nonce goes. */
  readonly pages: { readonly document: string; readonly folder: string };
};
