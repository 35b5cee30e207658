import { useState } from "react";
import { useNavigate } from "react-router";
import type { Codebook } from "#codebook";
import type { SafePanel } from "#report";
import type { PublishedComparison } from "#server";
import { PanelCard } from "../../figures/PanelCard.tsx";
import { unitsWith } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { Select } from "../../ui/Select.tsx";
import { hiddenSentence } from "../../words/hidden-words.ts";
import { BesideChoice } from "../nation/BesideChoice.tsx";
import { comparisonAddress } from "./load-comparison.ts";
import { methodOfComparison } from "./method-of-comparison.ts";
import { useUnitComparison } from "./use-unit-comparison.ts";

type Props = {
  readonly published: PublishedComparison;
  readonly codebook: Codebook;
  readonly anchor: string;
};

/** One key figure: the own unit if wished, municipalities of the same size, and all of them. */
export function OneAtATime({ published, codebook, anchor }: Props) {
  const navigate = useNavigate();
  const { own, comparison } = published;
  const { indicators, chosen, similar, funnel } = comparison;
  const label = indicators.find(({ id }) => id === chosen)?.label.sv ?? "";
  const cardOf = (panel: SafePanel) => (
    <PanelCard panel={panel} level={4} method={methodOfComparison(panel, codebook)} />
  );
  return (
    <section aria-labelledby={anchor} className="nation-chapter">
      <h2 id={anchor} tabIndex={-1}>
        Kommun för kommun
      </h2>
      <div className="not-printed">
        <Select
          label="Mått"
          options={indicators.map(({ id, label }) => ({ value: id, label: label.sv }))}
          value={chosen ?? ""}
          onChange={(wished) =>
            void navigate(comparisonAddress(wished), { preventScrollReset: true })
          }
        />
        <p role="status" className="aloud">
          Visar {label}
        </p>
      </div>
      <OwnUnit indicator={chosen ?? ""} />
      {own && (
        <>
          <h3>Som ni själva i storlek</h3>
          {similar ? (
            cardOf(similar)
          ) : (
            <p>Här visas inga kommuner av samma storlek. {hiddenSentence}</p>
          )}
        </>
      )}
      {funnel && (
        <>
          <h3>Alla kommuner, och vad slumpen ger</h3>
          {cardOf(funnel)}
        </>
      )}
    </section>
  );
}

/** The own unit's exact share beside the nation's: off until it is asked for, and never on paper. */
function OwnUnit({ indicator }: { readonly indicator: string }) {
  const units = unitsWith(useSession(), "caseWorker", "unitManager");
  const [isOn, setOn] = useState(false);
  const [wanted, setWanted] = useState(units[0]?.id);
  const chosen = units.find(({ id }) => id === wanted);
  const beside = useUnitComparison(isOn && chosen ? chosen.id : null, indicator);
  if (!chosen) return null;
  return (
    <>
      <BesideChoice
        units={units}
        chosen={chosen}
        isOn={isOn}
        beside={beside}
        onChoose={setWanted}
        onSwitch={setOn}
      />
      {beside.kind === "shown" && (
        <div className="unit-beside not-printed">
          <PanelCard panel={beside.panel} level={3} />
        </div>
      )}
    </>
  );
}
