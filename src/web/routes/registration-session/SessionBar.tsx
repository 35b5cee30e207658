import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Link, useLocation, useSearchParams } from "react-router";
import { type Question, questionAt } from "#codebook";
import { saving } from "../../saving/use-saving.ts";
import { Button } from "../../ui/Button.tsx";
import { KeyHint } from "../../ui/KeyHint.tsx";
import { useOpenCase } from "../case/case-context.ts";
import { questionStepId } from "../case/steps.ts";
import { questionLabel, questionOf } from "./question-of.ts";
import { type SessionPlace, sessionIn, sessionPage } from "./session-place.ts";
import {
  counterInBrief,
  doneTogether,
  handsUp,
  leftInBrief,
  type PutOff,
  putOffInWords,
} from "./session-words.ts";
import { useKey } from "./use-key.ts";
import { type LiveSession, useLiveSession } from "./use-live-session.ts";
import { useNextCase } from "./use-next-case.ts";
import { whatIsLeft, whatIsLeftNow, whenSent } from "./what-is-left.ts";
import "./session-bar.css";

/** On top of a case that is opened in a registration session; nothing elsewhere. */
export function SessionBar() {
  const [search] = useSearchParams();
  const place = sessionIn(search);
  return place ? <Bar key={place.session} place={place} /> : null;
}

function Bar({ place }: { readonly place: SessionPlace }) {
  const live = useLiveSession(place);
  const { view } = live;
  if (!view) return <section className="session-bar" aria-label="Registreringsstuga" />;
  return (
    <section className="session-bar" aria-label="Registreringsstuga">
      <p className="session-state">
        <Link to={sessionPage(place)}>{view.name}</Link>
        <span className="soft">
          {view.closedAt === null ? counterInBrief(view.counter) : "Stugan är avslutad."}
        </span>
        {view.closedAt !== null && <span>{doneTogether(view.counter)}</span>}
        {live.lostSince && <span className="soft">Ingen kontakt just nu.</span>}
      </p>
      {view.closedAt === null && view.isParticipant && (
        <>
          <HandAtQuestion live={live} />
          <NextKeys place={place} live={live} />
        </>
      )}
      <PutOffLast />
      <HandsInBrief live={live} />
      {live.problems.map((sentence) => (
        <p key={sentence} className="field-problem" role="alert">
          {sentence}
        </p>
      ))}
    </section>
  );
}

/** The question that has focus, or had it last. */
function HandAtQuestion({ live }: { readonly live: LiveSession }) {
  const question = useFocusedQuestion();
  const isUp =
    live.view?.hands.some(({ concept, isMine }) => concept === question?.concept && isMine) ??
    false;
  useKey("h", question !== undefined, turn);

  function turn(): void {
    if (question) void live.act(isUp ? "DELETE" : "PUT", `/hands/${question.concept}`);
  }

  if (!question) return null;
  return (
    <button type="button" className="quiet-button" onClick={turn}>
      <span>
        {isUp ? "Ta ner handen" : "Räck upp handen"}
        <span className="hand-at">: {question.label.sv}</span>
      </span>{" "}
      <KeyHint>H</KeyHint>
    </button>
  );
}

function NextKeys({ place, live }: { readonly place: SessionPlace; readonly live: LiveSession }) {
  const openCase = useOpenCase();
  const { view, codebook } = openCase;
  const isLeaving = useRef(false);
  const [isStopped, setStopped] = useState(false);
  const { isBusy, goOn } = useNextCase(place, live);
  const isInWork = live.view?.queue.current === view.code;
  const left = isInWork ? whatIsLeft(openCase) : [];
  useKey("n", true, leave);

  function leave(): void {
    if (isLeaving.current) return;
    isLeaving.current = true;
    void settle().finally(() => {
      isLeaving.current = false;
    });
  }

  async function settle(): Promise<void> {
    // What is not saved would be left behind on a page that nobody looks at any more.
    let isOnDesk = holdsUnsaved(view.code);
    if (!isOnDesk && isInWork) {
      // The server judges by what it has: the last answer has to be there first.
      await whenSent(view.code);
      isOnDesk = holdsUnsaved(view.code);
    }
    setStopped(isOnDesk);
    if (isOnDesk) return;
    if (!isInWork) return goOn();
    const leftNow = whatIsLeftNow(openCase);
    if (leftNow.length === 0) return goOn({ code: view.code, outcome: "done" });
    const missing = leftNow.reduce((sum, phase) => sum + phase.missing.length, 0);
    goOn({ code: view.code, outcome: "later" }, { code: view.code, missing });
  }

  return (
    <div className="row session-keys">
      {isStopped && (
        <p className="field-problem" role="alert">
          Ett svar sparades inte. Se vid frågan.
        </p>
      )}
      {left.length > 0 && <span className="soft">{leftInBrief(codebook, left)}</span>}
      <Button shortcut="N" onPress={leave} isDisabled={isBusy}>
        {isInWork && left.length === 0 ? "Klar, nästa ärende" : "Nästa ärende"}
      </Button>
    </div>
  );
}

/**
 * Whether something in the case wants its person: a typed answer that cannot be saved, one that was
 * refused, two answers to one question. What only waits for its turn is saved from any page.
 */
function holdsUnsaved(caseCode: string): boolean {
  // What stands typed in a field is committed by leaving it.
  const active = document.activeElement;
  if (active instanceof HTMLInputElement) flushSync(() => active.blur());
  const { refused, conflicts } = saving.queue();
  return (
    document.querySelector('.typed [aria-invalid="true"]') !== null ||
    [...refused, ...conflicts].some(({ entry }) => entry.caseCode === caseCode)
  );
}

/** Said where the next case opens: the one that was left is not done. */
function PutOffLast() {
  const { view } = useOpenCase();
  const { state } = useLocation();
  const putOff: PutOff | undefined = state?.putOff;
  return (
    <p role="status" className="soft session-put-off">
      {putOff && putOffInWords(putOff, putOff.code === view.code)}
    </p>
  );
}

function HandsInBrief({ live }: { readonly live: LiveSession }) {
  const { codebook } = useOpenCase();
  const hands = live.view?.closedAt === null ? live.view.hands : [];
  return (
    <div role="status" className="session-hands">
      {hands.map(({ concept, raised }) => (
        <p key={concept}>{handsUp(raised, questionLabel(questionOf(codebook, concept)))}</p>
      ))}
    </div>
  );
}

/** Which question the keyboard was at last; rows that are gone are no question any more. */
function useFocusedQuestion(): Question | undefined {
  const { codebook, sheet } = useOpenCase();
  const [stepId, setStepId] = useState<string>();
  useEffect(() => {
    function look(): void {
      const found = document.activeElement?.closest(".question");
      if (found) setStepId(found.id);
    }
    // The first question has focus before this bar is there.
    look();
    document.addEventListener("focusin", look);
    return () => document.removeEventListener("focusin", look);
  }, []);
  const addresses = [
    ...codebook.variables.map(({ id }) => ({ variable: id })),
    ...sheet.items.flatMap((item) =>
      (codebook.groups.find(({ id }) => id === item.group)?.fields ?? []).map(({ id }) => ({
        variable: id,
        item: item.id,
      })),
    ),
  ];
  const address = addresses.find((each) => questionStepId(each) === stepId);
  return address && questionAt(codebook, sheet, address);
}
