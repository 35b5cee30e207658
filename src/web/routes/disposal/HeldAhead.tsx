import { useState } from "react";
import type { DisposalPreview } from "#server";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { HoldDialog } from "./HoldDialog.tsx";
import { useAct } from "./use-act.ts";

type Props = { readonly preview: DisposalPreview; readonly onChanged: (told: string) => void };

/** Cases that will stay when their time comes. */
export function HeldAhead({ preview: { heldAhead }, onChanged }: Props) {
  const [isHolding, setHolding] = useState(false);
  const { problem, carryOut } = useAct();

  async function release(code: string): Promise<void> {
    const done = await carryOut("DELETE", `/api/disposal/holds/${code}`);
    if (done) onChanged(`Ärende ${code} bevaras inte längre.`);
  }

  return (
    <section className="card stack" aria-labelledby="bevaras">
      <h2 id="bevaras">Bevaras, fast tiden inte har gått ut än</h2>
      {heldAhead.length === 0 ? (
        <p>Inget ärende är markerat.</p>
      ) : (
        <ul className="held-ahead">
          {heldAhead.map(({ code, unit, why }) => (
            <li key={code}>
              <span className="case-code">{code}</span>, {unit}. {why}{" "}
              <QuietButton onPress={() => void release(code)} label={`Bevara inte längre: ${code}`}>
                Bevara inte längre
              </QuietButton>
            </li>
          ))}
        </ul>
      )}
      <FieldProblem id="bevaras-fel" sentence={problem} />
      <p className="not-printed">
        <QuietButton onPress={() => setHolding(true)}>Bevara ett ärende</QuietButton>
      </p>
      {isHolding && (
        <HoldDialog
          onClose={() => setHolding(false)}
          onHeld={(code) => {
            setHolding(false);
            onChanged(`Ärende ${code} bevaras.`);
          }}
        />
      )}
    </section>
  );
}
