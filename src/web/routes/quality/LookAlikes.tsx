import { useState } from "react";
import type { LookAlikes as LookAlikeView } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { ask } from "../../session/signed-out.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { CaseCode } from "./CaseCode.tsx";

type Pair = LookAlikeView["pairs"][number];
type Props = {
  readonly unit: string;
  readonly pairs: readonly Pair[];
  readonly opensCases: boolean;
};

/** Each step by the one who can take it: a manager voids, a case's own worker names the earlier one. */
const managerSteps =
  "Jämför akterna, eller be handläggarna göra det. Är stödet registrerat två gånger: makulera det ena, under «Om ärendet» på ärendets sida. Har personen kommit tillbaka: be handläggaren för det nyare ärendet ange det äldre som tidigare ärende.";
const coordinatorSteps =
  "Be handläggarna titta: är det samma person anger den som har det nyare ärendet det äldre som tidigare ärende, eller så makulerar chefen det ena.";

/** «Kan det vara samma person?»: codes alone. Who knows the persons looks in the case system. */
export function LookAlikes({ unit, pairs: found, opensCases }: Props) {
  const [pairs, setPairs] = useState(found);
  const [asked, setAsked] = useState<string>();
  const [told, setTold] = useState<string>();
  const [troubles, setTroubles] = useState<readonly string[]>([]);

  async function dismiss({ codes }: Pair): Promise<void> {
    const path = `/api/units/${encodeURIComponent(unit)}/look-alikes/dismissal`;
    const reply = await ask<LookAlikeView>("POST", path, { body: { codes } });
    setTroubles(sentencesOf(reply));
    if (reply.kind !== "ok") return;
    setPairs(reply.value.pairs);
    setAsked(undefined);
    setTold(`${codes[0]} och ${codes[1]} är två personer. Ni får inte frågan igen.`);
  }

  return (
    <section aria-labelledby="samma-person" className="quality-section">
      <h2 id="samma-person">Kan det vara samma person?</h2>
      {pairs.length === 0 ? (
        <p className="soft">Inga ärenden liknar varandra så att det behöver ses efter.</p>
      ) : (
        <p className="soft">
          Samma födelseår och bakgrund, och de började nära varandra.{" "}
          {opensCases ? managerSteps : coordinatorSteps}
        </p>
      )}
      <p role="status">{told}</p>
      {troubles.map((sentence) => (
        <Notice key={sentence} isUrgent>
          <p>{sentence}</p>
        </Notice>
      ))}
      <ul className="look-alikes">
        {pairs.map((pair) => {
          const [one, other] = pair.codes;
          const key = `${one} ${other}`;
          return (
            <li key={key}>
              <span>
                <CaseCode code={one} opens={opensCases} /> och{" "}
                <CaseCode code={other} opens={opensCases} />
              </span>
              {asked === key ? (
                <span className="look-alike-answer">
                  <span className="soft">Är du säker? Ni får inte frågan igen.</span>
                  <Button kind="secondary" onPress={() => void dismiss(pair)}>
                    Nej, det är två
                  </Button>
                  <QuietButton onPress={() => setAsked(undefined)}>Avbryt</QuietButton>
                </span>
              ) : (
                <QuietButton
                  onPress={() => setAsked(key)}
                  label={`Nej, det är två: ${one} och ${other}`}
                >
                  Nej, det är två
                </QuietButton>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
