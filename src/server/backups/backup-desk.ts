import {
  type AccountId,
  type Clock,
  done,
  type JsonValue,
  type Outcome,
  problem,
  problemSentence,
  refused,
} from "#kernel";
import type {
  BackupHealth,
  BackupPlan,
  BackupWork,
  lookAtBackups,
  openBackupDiary,
  StampKind,
  Store,
  StorePlace,
  workApart,
} from "#store";
import type { Telemetry } from "../telemetry/telemetry.ts";
import { watch } from "../watch.ts";
import { keepNewest, placeFor, removeUnfinished } from "./backup-files.ts";
import { isDue } from "./when-due.ts";

export type UnderWay = {
  readonly kind: BackupWork["kind"];
  readonly count: number;
  /** 0 until it is known. */
  readonly of: number;
};

/** Makes this machine's backups, one thing at a time, and remembers how it went. */
export type BackupDesk = {
  /** `nobody`: a demo; `operator`: several organisations are kept here, and none decides for the others. */
  readonly decider: () => Promise<"administrator" | "operator" | "nobody">;
  readonly underWay: () => UnderWay | null;
  /** @param by `null`: the plan. @returns when it has begun. */
  readonly begin: (by: AccountId | null) => Promise<Outcome<null>>;
  /** Tries the newest backup. The private keys are kept no longer than it lasts. */
  readonly drill: (identities: readonly string[], by: AccountId) => Promise<Outcome<null>>;
  readonly health: () => Promise<BackupHealth>;
  readonly setPlan: (plan: BackupPlan) => Promise<void>;
  /** Looks at the plan, and begins what is due. */
  readonly look: () => Promise<void>;
  /** Looks again and again. @returns what ends it, and what is under way. */
  readonly watch: (every: number) => () => Promise<void>;
  /** When nothing is under way any more. */
  readonly settled: () => Promise<void>;
};

type Given = {
  readonly store: Store;
  readonly clock: Clock;
  readonly kind: StampKind;
  readonly files: string;
  /** Where the store is; left out: it is not backed up from here. */
  readonly place: StorePlace | undefined;
  readonly telemetry: Pick<Telemetry, "failed">;
  /** The store's own way with backups. */
  readonly tools: {
    readonly openDiary: typeof openBackupDiary;
    readonly look: typeof lookAtBackups;
    readonly work: typeof workApart;
  };
};

type Ended = Awaited<ReturnType<typeof workApart>>;

export function createBackupDesk(given: Given): BackupDesk {
  const { store, clock, files, place, telemetry, tools } = given;
  const diary = tools.openDiary(files);
  const stopping = new AbortController();
  let underWay: UnderWay | null = null;
  let isBeginning = false;
  let working: Promise<unknown> = Promise.resolve();

  function start(work: BackupWork, ended: (outcome: Ended) => Promise<void>): Outcome<null> {
    if (underWay !== null) return refused(problem("backup-under-way"));
    underWay = { kind: work.kind, count: 0, of: 0 };
    const progress = (count: number, of: number) => {
      underWay = { kind: work.kind, count, of };
    };
    working = tools
      .work(work, progress, stopping.signal)
      .catch((error) => {
        telemetry.failed(error);
        return refused(problem("internal-error"));
      })
      // What was stopped with the program has not failed.
      .then((outcome) => (stopping.signal.aborted ? undefined : ended(outcome)))
      .catch(telemetry.failed)
      .finally(() => {
        underWay = null;
      });
    return done(null);
  }

  /** Everybody's data left in it: it stands in everybody's log, and in whose name in her own. */
  async function log(
    action: string,
    by: AccountId | null,
    details: { readonly [name: string]: JsonValue },
  ): Promise<void> {
    for (const { code } of await store.municipalities()) {
      await store.within(code, async (tx) => {
        tx.audit.append({ at: clock.now(), account: by, action, details });
      });
    }
  }

  async function begin(by: AccountId | null): Promise<Outcome<null>> {
    const plan = await diary.plan();
    if (place === undefined) return refused(problem("backup-not-here"));
    if (plan === undefined) return refused(problem("backup-no-plan"));
    if (underWay !== null || isBeginning) return refused(problem("backup-under-way"));
    isBeginning = true;
    try {
      return await beginAlone(plan, place, by);
    } finally {
      isBeginning = false;
    }
  }

  async function beginAlone(
    { folder, recipients, keep }: BackupPlan,
    place: StorePlace,
    by: AccountId | null,
  ): Promise<Outcome<null>> {
    const at = clock.now();
    const marked = await markIn(folder, by);
    if (marked.kind === "refused") {
      const sentence = marked.problems.map((each) => problemSentence(each)).join(" ");
      await diary.note({ failed: { at, sentence } });
      return marked;
    }
    const mark = marked.value;
    const out = placeFor(folder, at, mark);
    return start({ kind: "backup", place, files, out, recipients }, async (outcome) => {
      if (outcome.kind === "refused") {
        const sentence = outcome.problems.map((each) => problemSentence(each)).join(" ");
        await diary.note({ failed: { at: clock.now(), sentence } });
        return log("backup.failed", by, { problems: outcome.problems.map(({ code }) => code) });
      }
      const { bytes = 0, sha256 } = outcome.value;
      await diary.note({ made: { at: clock.now(), file: out, bytes, sha256 }, failed: null });
      await log("backup.made", by, { bytes, sha256 });
      await keepNewest(folder, { keep, made: out, mark });
    });
  }

  /**
   * Where the key file is gone the disk is probably not mounted: what is written by itself, each night, to
   * the empty folder would hide that. A person who has looked may write there.
   * @returns the mark that our backups have there.
   */
  async function markIn(folder: string, by: AccountId | null): Promise<Outcome<string>> {
    const marked = await diary.mark();
    if (marked.kind === "refused") return marked;
    try {
      await removeUnfinished(folder, marked.value);
    } catch {
      return refused(problem("backup-folder-lost", folder));
    }
    const { keyFileGone } = await tools.look(files, clock.now());
    const isGone = by === null && keyFileGone === folder;
    return isGone ? refused(problem("key-file-gone", folder)) : marked;
  }

  async function look(): Promise<void> {
    if (place === undefined || underWay !== null) return;
    const plan = await diary.plan();
    if (plan !== undefined && isDue(plan, await diary.read(), clock.now())) await begin(null);
  }

  return {
    async decider() {
      if (place === undefined) return "nobody";
      return (await store.municipalities()).length === 1 ? "administrator" : "operator";
    },
    underWay: () => underWay,
    health: () => tools.look(files, clock.now()),
    setPlan: diary.setPlan,
    begin,
    async drill(identities, by) {
      const { made } = await diary.read();
      if (place === undefined) return refused(problem("backup-not-here"));
      if (made === null) return refused(problem("backup-no-file"));
      const { file } = made;
      return start({ kind: "drill", file, identities, stamp: given.kind }, async (outcome) => {
        const isDone = outcome.kind === "done";
        const passed = isDone && outcome.value.brokenChains?.length === 0;
        const sha256 = isDone ? outcome.value.sha256 : null;
        await diary.note({ drilled: { at: clock.now(), passed, file, sha256 } });
        const problems = isDone ? [] : outcome.problems.map(({ code }) => code);
        await log("backup.drilled", by, { passed, problems });
      });
    },
    look,
    watch(every) {
      const stop = watch(look, every, telemetry.failed);
      return async () => {
        await stop();
        stopping.abort();
        await working;
      };
    },
    settled: async () => {
      await working;
    },
  };
}
