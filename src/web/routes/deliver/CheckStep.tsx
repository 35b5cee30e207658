import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { CheckView, PreparedView } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { ask } from "../../session/signed-out.ts";
import { useLasting } from "../../shell/use-lasting.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { deliveriesOf } from "./deliver-address.ts";
import { useDeliver } from "./deliver-context.ts";
import {
  askedHowMany,
  checkInWords,
  countInWords,
  knownCases,
  readStated,
} from "./deliver-words.ts";
import { FixList } from "./FixList.tsx";
import { Sentences } from "./Sentences.tsx";
import { useAct } from "./use-act.ts";

/** By the receiver's own rules, begun by itself; nothing leaves. */
export function CheckStep() {
  const { round, mayDeliver } = useDeliver();
  const { counts } = round.codebook;
  const [check, setCheck] = useState<CheckView>();
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [isChecking, setChecking] = useState(true);
  const isSlow = useLasting(isChecking);
  const path = `${deliveriesOf(round.round.id)}/check`;

  async function look(): Promise<void> {
    setChecking(true);
    const reply = await ask<CheckView>("GET", path, { patience: 60_000 });
    setChecking(false);
    setSentences(sentencesOf(reply));
    if (reply.kind === "ok") setCheck(reply.value);
  }
  const lookFirst = useEffectEvent(() => void look());
  useEffect(() => lookFirst(), []);

  return (
    <section aria-labelledby="kontroll" className="deliver-step" aria-busy={isChecking}>
      <h2 id="kontroll">{check && !isChecking ? checkInWords(check) : "Kontrollerar …"}</h2>
      <p role="status" className="aloud">
        {check && !isChecking && checkInWords(check)}
      </p>
      {isSlow && !check && <CheckShape />}
      <Sentences title="Kontrollen gick inte att göra" sentences={sentences} />
      {check && (
        <>
          <p>
            {check.cases === 0
              ? counts === "meetings"
                ? "Inga möten hör till omgången än."
                : "Inget ärende hör till omgången än."
              : `${countInWords(check.cases, counts)} hör till omgången.`}{" "}
            Kontrollen använder mottagarens regler.
          </p>
          <FixList check={check} />
        </>
      )}
      {!isChecking && (sentences.length > 0 || (check && check.stops.length > 0)) && (
        <QuietButton onPress={() => void look()}>Kontrollera igen</QuietButton>
      )}
      {check && check.stops.length === 0 && mayDeliver && <Prepare cases={check.cases} />}
      {check && check.stops.length === 0 && !mayDeliver && (
        <p className="soft">Samordnaren kan leverera.</p>
      )}
    </section>
  );
}

/** How many cases there were, if anybody knows; then what leaves is made and shown. */
function Prepare({ cases }: { readonly cases: number }) {
  const { round, goTo } = useDeliver();
  const { act, isBusy, sentences } = useAct();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLInputElement>(null);

  async function prepare(): Promise<void> {
    const statedCases = readStated(typed);
    if (statedCases === undefined) {
      setProblem("Skriv ett antal med siffror, eller lämna tomt.");
      field.current?.focus();
      return;
    }
    const reply = await act<PreparedView>({
      method: "POST",
      path: `${deliveriesOf(round.round.id)}/preparation`,
      body: { statedCases },
      patience: 60_000,
    });
    if (reply?.kind === "ok") goTo({ step: "leaves", prepared: reply.value });
  }

  return (
    <form
      className="stack deliver-prepare"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void prepare();
      }}
    >
      <Field
        ref={field}
        label={askedHowMany(round.codebook.counts)}
        hint={knownCases(cases, round)}
        inputMode="numeric"
        maxLength={9}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setProblem(undefined);
        }}
        problem={problem}
      />
      <Sentences title="Det gick inte att förbereda leveransen" sentences={sentences} />
      <Button type="submit" isLarge>
        Se vad som lämnar
      </Button>
      <p role="status" className="soft">
        {isBusy && "Förbereder …"}
      </p>
    </form>
  );
}

function CheckShape() {
  return (
    <div className="shapes" aria-hidden="true">
      <span />
      <span />
      <span />
    </div>
  );
}
