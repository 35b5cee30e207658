import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { copyLedgerFile } from "#compilation";
import type { Receiving } from "#delivery";
import { type Instant, type Problem, problem, problemSentence } from "#kernel";
import type { Services } from "../services.ts";
import type { CompilingView } from "../wire-of-rounds.ts";
import { compileApart, type Step } from "./compile-apart.ts";
import { ledgerOf, type RoundKey, workshopOf } from "./release-places.ts";
import type { RoundToCompile } from "./round-to-compile.ts";

type DraftOrder = RoundToCompile &
  RoundKey & {
    readonly isInterim: boolean;
    readonly receiving: Receiving;
    readonly at: Instant;
  };

type State = CompilingView["state"];

/** A draft that lies in its workshop, and what it was made of. */
type KeptDraft = {
  readonly view: Extract<State, { kind: "draft" }>;
  /** The ids of the deliveries in it. */
  readonly deliveries: readonly string[];
};

/** What is being compiled, and what came of it: one at a time in the whole program. */
export type CompilingBook = {
  readonly state: (of: RoundKey) => State;
  readonly draft: (of: RoundKey) => KeptDraft | undefined;
  /**
   * While a draft is being published nobody puts it away or compiles anew. @returns what ends that;
   * `undefined`: somebody else is publishing it.
   */
  readonly hold: (of: RoundKey) => (() => void) | undefined;
  readonly begin: (order: DraftOrder) => "begun" | "busy";
  /** Stops it, or puts a draft away. @returns whether there was anything. */
  readonly discard: (of: RoundKey) => Promise<boolean>;
  /** When nothing is under way any more. */
  readonly settled: () => Promise<void>;
  /** Before the program ends. */
  readonly stop: () => Promise<void>;
};

/** A participant may subtract its own; with three there are two others left. */
const leastParticipants = 3;
/** Beside it people work. */
const threads = 2;

type Running = {
  readonly key: string;
  readonly isInterim: boolean;
  readonly since: Instant;
  readonly stopped: AbortController;
  readonly ended: Promise<void>;
};

/**
 * Drafts are of this program's life alone: whoever starts it anew compiles again, from the same deliveries
 * the same. Nothing is published from here.
 */
export function createCompilingBook(
  services: Pick<Services, "store" | "files" | "telemetry">,
): CompilingBook {
  const drafts = new Map<string, KeptDraft>();
  const refusals = new Map<string, Extract<State, { kind: "refused" }>>();
  const held = new Set<string>();
  let running: Running | undefined;
  let step: Step = { step: "reading", share: null };

  const keyOf = ({ receiver, round }: RoundKey) => `${receiver} ${round}`;

  async function run(order: DraftOrder, signal: AbortSignal): Promise<void> {
    const { isInterim, at: madeAt, missing, coverage } = order;
    const outcome = await compiled(order, signal).catch((reason): readonly Problem[] => {
      if (signal.aborted) return [];
      services.telemetry.failed(reason);
      return [problem("release-compiling-ended")];
    });
    if (signal.aborted) return await clear(order);
    const key = keyOf(order);
    if ("verdict" in outcome) {
      const view = { kind: "draft", isInterim, madeAt, ...outcome, missing, coverage } as const;
      drafts.set(key, { view, deliveries: order.deliveries.map(({ id }) => id) });
      return;
    }
    const sentences = outcome.map((each) => problemSentence(withoutFolder(each), "sv"));
    refusals.set(key, { kind: "refused", isInterim, sentences });
    await clear(order);
  }

  async function compiled(order: DraftOrder, signal: AbortSignal) {
    const { receiver, deliveries, receiving, participants, isInterim, at } = order;
    const workshop = workshopOf(services, order);
    await clear(order);
    await mkdir(workshop.packages, { recursive: true, mode: 0o700 });
    const packages = [];
    for (const [index, { id, participant }] of deliveries.entries()) {
      signal.throwIfAborted();
      const path = join(workshop.packages, participant.code);
      await services.store.within(receiver, (tx) =>
        pipeline(
          tx.incomingDeliveries.pieces(order.round, id),
          createWriteStream(path, { mode: 0o600 }),
        ),
      );
      packages.push({ name: `Leveransen från ${participant.name} (${participant.code})`, path });
      step = { step: "reading", share: (index + 1) / (2 * deliveries.length) };
    }
    await copyLedgerFile(ledgerOf(services, receiver), workshop.draftLedger);
    const about = { packages, receiving, participants, isInterim, leastParticipants, threads, at };
    const outcome = await compileApart(
      { ...about, out: workshop.draft, ledger: workshop.draftLedger },
      (now) => {
        step = now;
      },
      signal,
    );
    await rm(workshop.packages, { recursive: true, force: true });
    return outcome.kind === "done" ? outcome.value : outcome.problems;
  }

  async function clear(of: RoundKey): Promise<void> {
    await rm(workshopOf(services, of).folder, { recursive: true, force: true });
  }

  return {
    state(of) {
      const key = keyOf(of);
      if (running?.key === key) {
        const { isInterim, since } = running;
        return { kind: "running", isInterim, since, ...step };
      }
      return drafts.get(key)?.view ?? refusals.get(key) ?? { kind: "idle" };
    },
    draft: (of) => (running?.key === keyOf(of) ? undefined : drafts.get(keyOf(of))),
    hold(of) {
      const key = keyOf(of);
      if (held.has(key)) return undefined;
      held.add(key);
      return () => held.delete(key);
    },
    begin(order) {
      const key = keyOf(order);
      if (running || held.has(key)) return "busy";
      drafts.delete(key);
      refusals.delete(key);
      step = { step: "reading", share: 0 };
      const stopped = new AbortController();
      const ended = run(order, stopped.signal)
        .catch(services.telemetry.failed)
        .finally(() => {
          running = undefined;
        });
      running = { key, isInterim: order.isInterim, since: order.at, stopped, ended };
      return "begun";
    },
    async discard(of) {
      const key = keyOf(of);
      if (held.has(key)) return false;
      if (running?.key === key) {
        const { stopped, ended } = running;
        stopped.abort(new Error("stopped"));
        await ended;
        return true;
      }
      const isThere = drafts.delete(key);
      if (isThere) await clear(of);
      return refusals.delete(key) || isThere;
    },
    async settled() {
      await running?.ended;
    },
    async stop() {
      running?.stopped.abort(new Error("stopped"));
      await running?.ended;
    },
  };
}

/** A path of this machine is nothing that a reader can do anything with. */
function withoutFolder(found: Problem): Problem {
  return found.at?.startsWith("/") ? { ...found, at: basename(found.at) } : found;
}
