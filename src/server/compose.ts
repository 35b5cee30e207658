import { join } from "node:path";
import { effectiveCodebooks } from "#codebook";
import type { Release } from "#compilation";
import { type Clock, done, type Outcome, type Randomness } from "#kernel";
import { meetingCodebook } from "#screening";
import {
  lookAtBackups,
  type OpenStore,
  openBackupDiary,
  openCaseKeyBook,
  type StorePlace,
  workApart,
} from "#store";
import { createApp } from "./app.ts";
import { createBackupDesk } from "./backups/backup-desk.ts";
import { codebookShelf } from "./codebook-shelf.ts";
import { finishDisposals } from "./disposing/execute-disposal.ts";
import type { Environment } from "./environment.ts";
import { createUnitExplorationBook } from "./exploration/unit-exploration-book.ts";
import { createFirstRunGate } from "./first-run/first-run-gate.ts";
import { openKeyCupboard } from "./key-cupboard.ts";
import { listen } from "./listen.ts";
import { createLocalReleaseBook } from "./local-release-book.ts";
import { publishedNation } from "./published-nation.ts";
import { createCompilingBook } from "./publishing/compiling-book.ts";
import { lookForReturns } from "./publishing/look-for-returns.ts";
import { newestRelease } from "./publishing/newest-release.ts";
import { finishPublications } from "./publishing/publish-release.ts";
import { readPages } from "./read-pages.ts";
import { createIntakeGate } from "./receiving/intake-gate.ts";
import { settleDays } from "./screening/settle-days.ts";
import { tellParticipation } from "./screening/tell-participation.ts";
import { createUnitMeetingBook } from "./screening/unit-meeting-book.ts";
import type { Services } from "./services.ts";
import { createChallengeBook } from "./signing-in/challenge-book.ts";
import { createWorkGate } from "./signing-in/password/work-gate.ts";
import { createProviderShelf } from "./signing-in/providers/provider-shelf.ts";
import { readSurveyLanguages, surveyLanguageShelf } from "./survey-language-shelf.ts";
import { createTelemetry, tellOnStderr } from "./telemetry/telemetry.ts";
import { createUnitFigureBook } from "./unit-figure-book.ts";
import { createUnitQualityBook } from "./unit-quality-book.ts";
import { createUnitResultBook } from "./unit-result-book.ts";
import { watch } from "./watch.ts";

/** Where `scripts/prepare.mjs` puts the built pages. */
export const pagesFolder = join(import.meta.dirname, "../../dist/web");

/** Milliseconds. */
const minute = 60_000;
const settlesEvery = 20 * minute;
const tellsEvery = 30 * minute;

export type Composition = {
  readonly store: OpenStore;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly environment: Pick<Environment, "port" | "isPortChosen" | "origin"> &
    Partial<
      Pick<
        Environment,
        "practiceAt" | "tls" | "leaveTo" | "isLogged" | "metricsToken" | "providers"
      >
    >;
  readonly demoAccounts: Services["demoAccounts"];
  /** The folder for what is kept beside the database: keys, releases. */
  readonly files: string;
  /** Where the store is, for its backups; left out: none are made from here. */
  readonly place?: StorePlace | undefined;
  /** The one whose nation is shown; `null`: what was last published here, or came back. */
  readonly release: Release | null;
  /** Milliseconds between looks for what receivers have published; left out: nobody looks unasked. */
  readonly returnsEvery?: number | undefined;
};

export type RunningServer = {
  readonly port: number;
  /** Where to point the browser. */
  readonly address: string;
  /** Where the first person begins; `undefined` where somebody is here. Whoever has it may become her. */
  readonly beginning: string | undefined;
  /** From now on this release is shown. */
  readonly publish: (release: Release) => void;
  readonly close: () => Promise<void>;
};

/** Wires the rooms together and listens. The store stays the caller's to close. */
export async function startServer(composition: Composition): Promise<Outcome<RunningServer>> {
  const { store, clock, randomness, environment } = composition;
  const codebooks = effectiveCodebooks();
  const ofMeetings = [meetingCodebook()];
  const unpublished = await store.codebooks.publish([...codebooks, ...ofMeetings], clock.now());
  if (unpublished.length > 0) return { kind: "refused", problems: unpublished };
  const shelf = codebookShelf(codebooks, ofMeetings);
  for (const published of await store.codebooks.local()) {
    // What ships is known already, perhaps in a later version.
    if (!shelf.get(published.id)) shelf.add(published);
  }
  const pages = await readPages(pagesFolder);
  if (pages.kind === "refused") return pages;

  const telemetry = createTelemetry({
    clock,
    tell: environment.isLogged ? tellOnStderr : undefined,
    token: environment.metricsToken,
    isBehindProxy: environment.origin !== undefined,
    connections: store.connections,
  });
  const kept = { store, files: composition.files, kind: store.kind, telemetry };
  await finishPublications(kept);
  const compiling = createCompilingBook(kept);
  const newest = composition.release ?? (await newestRelease(kept));
  const origins: string[] = environment.origin ? [environment.origin] : [];
  let shown = newest ? publishedNation(newest) : null;
  const publish = (release: Release) => {
    // Meetings are told on pages of their own, and never in the place of cases.
    if (release.codebook.counts !== "meetings") shown = publishedNation(release);
  };
  const firstRun = createFirstRunGate({ store, clock, randomness, kind: store.kind });
  const keys = openKeyCupboard(join(composition.files, "keys"));
  const backups = createBackupDesk({
    ...{ ...kept, clock, place: composition.place },
    tools: { openDiary: openBackupDiary, look: lookAtBackups, work: workApart },
  });
  const services: Services = {
    store,
    clock,
    randomness,
    kind: store.kind,
    isHttps: environment.origin !== undefined,
    allowedOrigins: origins,
    codebooks: shelf,
    surveyLanguages: surveyLanguageShelf(readSurveyLanguages()),
    leaveTo: environment.leaveTo ?? "https://www.smhi.se/",
    practiceAt: environment.practiceAt,
    figures: createUnitFigureBook(),
    results: createUnitResultBook(),
    meetings: createUnitMeetingBook(),
    exploration: createUnitExplorationBook(),
    quality: createUnitQualityBook(),
    localReleases: createLocalReleaseBook({ store, clock, telemetry }),
    compiling,
    keys,
    caseKeys: openCaseKeyBook(composition.files),
    passwordGate: createWorkGate(),
    challenges: createChallengeBook(keys, clock, randomness),
    providers: createProviderShelf(environment.providers ?? [], keys),
    firstRun,
    backups,
    files: composition.files,
    intake: createIntakeGate(clock),
    publish,
    get release() {
      return shown;
    },
    demoAccounts: composition.demoAccounts,
    telemetry,
    pages: pages.value,
  };
  await finishDisposals(services);
  const app = createApp(services);

  // In the demo another port will do; where one was asked for on purpose, taking another would
  // leave a reverse proxy pointing at somebody else's program.
  const mayMove = store.kind === "demo" || !environment.isPortChosen;
  const listening = await listen(app, { ...environment, mayMove });
  if (listening.kind === "refused") return listening;
  const { port } = listening.value;
  if (!environment.origin) origins.push(`http://127.0.0.1:${port}`, `http://localhost:${port}`);
  telemetry.tell({ event: "start", kind: store.kind, port, node: process.versions.node });
  const stopBackups = backups.watch(minute);
  const { returnsEvery } = composition;
  const stopWatching =
    returnsEvery === undefined
      ? undefined
      : watch(() => lookForReturns(services), returnsEvery, telemetry.failed);
  const stopSettling = watch(() => settleDays(services), settlesEvery, telemetry.failed);
  const stopTelling = watch(() => tellParticipation(services), tellsEvery, telemetry.failed);
  const address = environment.origin ?? `http://127.0.0.1:${port}`;
  const isNobodyHere = await firstRun.isOpen();
  return done({
    port,
    address,
    // After the #, which browsers send to nobody and no proxy writes down.
    beginning: isNobodyHere ? `${address}/kom-igang#${firstRun.drawSecret()}` : undefined,
    publish,
    async close() {
      await listening.value.close();
      await Promise.all([
        stopWatching?.(),
        stopSettling(),
        stopTelling(),
        stopBackups(),
        compiling.stop(),
      ]);
      telemetry.tell({ event: "stop" });
    },
  });
}
