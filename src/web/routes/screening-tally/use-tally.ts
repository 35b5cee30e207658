import { useState } from "react";
import type { Codebook, Variable } from "#codebook";
import { type IsoDate, randomId, strongRandomness } from "#kernel";
import type { CampaignView } from "#server";
import { accountHere } from "../../session/account-here.ts";
import { combinationText } from "./combination-text.ts";
import { notedInWords } from "./noted-words.ts";
import { emptyDraft, goBack, goOn, pick, stepsOf, type TallyDraft } from "./tally-draft.ts";
import { useLastMeeting } from "./use-last-meeting.ts";
import { tallySending } from "./use-tally-queue.ts";

type Where = { readonly unit: string | undefined; readonly day: IsoDate | undefined };

/** A meeting that is being noted, and the latest one; nothing of those before. */
export function useTally({ id: campaign, codebook }: CampaignView, { unit, day }: Where) {
  const [draft, setDraft] = useState<TallyDraft>(emptyDraft);
  const [asksAboutPerson, setAsksAboutPerson] = useState(true);
  const [last, setLast] = useLastMeeting();
  const [problem, setProblem] = useState<string>();
  /** Grows with each step that is taken or taken back: then focus goes to the question. */
  const [taken, setTaken] = useState(0);
  const steps = stepsOf(codebook, draft, asksAboutPerson);
  const step = steps[draft.at];

  function move(next: TallyDraft, asks = asksAboutPerson): void {
    if (next.at !== draft.at) setTaken(taken + 1);
    setProblem(undefined);
    if (next.at < stepsOf(codebook, next, asks).length) setDraft(next);
    else save(next);
  }

  function save({ answers }: TallyDraft): void {
    if (!unit || !day) return;
    const combination = combinationText(codebook, answers);
    const receipt = randomId(strongRandomness);
    const meeting = { receipt, account: accountHere(), campaign, unit, day, combination };
    tallySending.note(meeting);
    setLast({ meeting, words: notedInWords(codebook, answers), isUndone: false });
    setDraft(emptyDraft);
  }

  return {
    draft,
    step,
    taken,
    problem,
    isLast: draft.at === knownLast(codebook, draft, asksAboutPerson),
    asksAboutPerson,
    /** The latest, until the next one is begun. */
    last: draft.at === 0 ? last : undefined,
    choose(question: Variable, code: number): void {
      if (step) move(pick(codebook, draft, step, question, code));
    },
    goOn(): void {
      if (!step || (step.kind === "question" && step.question.type === "single")) return;
      const next = goOn(draft, step);
      if (next) move(next);
      else setProblem("Välj minst ett.");
    },
    back(): void {
      if (draft.at > 0) move(goBack(draft));
    },
    /** Once for the page; on the last step itself, what is noted so far is saved. */
    askAboutPerson(asks: boolean): void {
      setAsksAboutPerson(asks);
      if (step?.kind === "person" && !asks) move({ ...draft, at: draft.at + 1 }, asks);
    },
    /** What was refused is not told as noted, also when the refusal is read. */
    forget(receipt: string): void {
      if (last?.meeting.receipt === receipt) setLast(undefined);
    },
    undo(): void {
      if (!last || last.isUndone || draft.at > 0) return;
      tallySending.undo(last.meeting);
      // The button goes with what it took back.
      setTaken(taken + 1);
      setLast({ ...last, isUndone: true });
    },
  };
}

function knownLast(codebook: Codebook, draft: TallyDraft, asks: boolean): number {
  return stepsOf(codebook, draft, asks).length - 1;
}
