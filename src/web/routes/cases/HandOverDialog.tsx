import { type SubmitEvent, useEffect, useState } from "react";
import { checkReason, inSwedishOrder, problemSentence, randomId, strongRandomness } from "#kernel";
import type { Caseloads, HandedOver } from "#server";
import { type Reply, sentencesOf } from "../../api/reply.ts";
import type { NamedUnit } from "../../session/roles.ts";
import { ask } from "../../session/signed-out.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { FreeText } from "../../ui/FreeText.tsx";
import { Select } from "../../ui/Select.tsx";
import {
  handedOverInWords,
  handOverInWords,
  openCasesInWords,
} from "../../words/case-life-words.ts";

type Props = {
  /** Those that she manages. */
  readonly units: readonly NamedUnit[];
  /** Whose cases, where that is known: somebody who has left. */
  readonly unit?: string | undefined;
  readonly from?: string;
  readonly onClose: () => void;
  /** With what was done, in a sentence. */
  readonly onDone: (sentence: string) => void;
};

const nobody = "ingen";

/** Somebody goes on leave, or leaves: all her open cases at once, to one colleague or to nobody yet. */
export function HandOverDialog({ units, onClose, onDone, ...known }: Props) {
  const [unit, setUnit] = useState(units.length === 1 ? units[0]?.id : known.unit);
  const [from, setFrom] = useState(known.from);
  const [to, setTo] = useState<string>();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  // The same for every try: a second press hands nothing over twice.
  const [key, setKey] = useState(newKey);
  const loads = useCaseloads(unit);

  const people = loads?.kind === "ok" ? loads.value.people : [];
  const giving = people.find(({ account }) => account === from);
  const taking = people.find(({ account }) => account === to) ?? null;
  const isChosen = giving !== undefined && to !== undefined;

  function choose(set: (value: string) => void): (value: string) => void {
    return (value) => {
      set(value);
      setKey(newKey());
      setProblem(undefined);
    };
  }

  async function handOver(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!unit) return setProblem("Välj enhet.");
    if (!giving) return setProblem("Välj vems ärenden som ska lämnas över.");
    if (!to) return setProblem("Välj vem som ska ha ärendena.");
    const [wrong] = checkReason(reason);
    if (wrong) return setProblem(problemSentence(wrong));
    setSending(true);
    const reply = await ask<HandedOver>(
      "POST",
      `/api/units/${encodeURIComponent(unit)}/hand-over`,
      {
        body: { from: giving.account, to: taking?.account ?? null, reason: reason.trim() },
        idempotencyKey: key,
      },
    );
    setSending(false);
    if (reply.kind !== "ok") return setProblem(sentencesOf(reply).join(" "));
    onDone(handedOverInWords(reply.value.handedOver, giving.name, taking?.name ?? null));
  }

  return (
    <Dialog title="Lämna över alla ärenden från en kollega" onClose={onClose}>
      <form className="stack" onSubmit={(event) => void handOver(event)} noValidate>
        {units.length > 1 && (
          <Select
            label="I vilken enhet?"
            unchosen="Välj"
            autoFocus
            value={unit}
            onChange={choose((id) => {
              setUnit(id);
              setFrom(undefined);
              setTo(undefined);
            })}
            options={inSwedishOrder(units).map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {loads && loads.kind !== "ok" && <p>{sentencesOf(loads).join(" ")}</p>}
        {loads?.kind === "ok" && (
          <>
            <Select
              label="Från vem?"
              unchosen="Välj"
              value={from}
              onChange={choose((account) => {
                setFrom(account);
                if (to === account) setTo(undefined);
              })}
              options={people.map(({ account, name, openCases }) => ({
                value: account,
                label: `${name}, ${openCases === 0 ? "inga öppna ärenden" : openCasesInWords(openCases)}`,
              }))}
            />
            <Select
              label="Till vem?"
              unchosen="Välj"
              value={to}
              onChange={choose(setTo)}
              options={[
                ...people
                  .filter(({ account }) => account !== from)
                  .map(({ account, name }) => ({ value: account, label: name })),
                { value: nobody, label: "Ingen: utan handläggare" },
              ]}
            />
            <FreeText
              label="Varför?"
              hint="Några ord räcker. Skälet sparas i ärendenas historik. Skriv inget om klienterna."
              value={reason}
              onChange={choose(setReason)}
              limit={500}
            />
          </>
        )}
        <p aria-live="polite">
          {isChosen && handOverInWords(giving.openCases, giving.name, taking?.name ?? null)}
        </p>
        <div role="alert">
          <FieldProblem id="overlamning-problem" sentence={problem} />
        </div>
        <Button type="submit" isDisabled={isSending}>
          Lämna över
        </Button>
      </form>
    </Dialog>
  );
}

function useCaseloads(unit: string | undefined): Reply<Caseloads> | undefined {
  const [reply, setReply] = useState<Reply<Caseloads>>();
  useEffect(() => {
    setReply(undefined);
    if (!unit) return;
    const leaving = new AbortController();
    const path = `/api/units/${encodeURIComponent(unit)}/caseloads`;
    void ask<Caseloads>("GET", path, { signal: leaving.signal }).then((told) => {
      if (!leaving.signal.aborted) setReply(told);
    });
    return () => leaving.abort();
  }, [unit]);
  return reply;
}

function newKey(): string {
  return randomId(strongRandomness);
}
