import { useState } from "react";
import { useLoaderData, useRevalidator } from "react-router";
import type { UnitsView, UnitView } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { UnitForm } from "./UnitForm.tsx";
import { kindWords } from "./unit-words.ts";

export async function loadUnits({ request }: { readonly request: Request }): Promise<UnitsView> {
  return loaded(await get<UnitsView>("/api/units", request.signal), request);
}

/** The municipality's units, and how each works. */
export function UnitsPage() {
  const { units } = useLoaderData<UnitsView>();
  const revalidator = useRevalidator();
  const [edited, setEdited] = useState<string>();
  const [told, setTold] = useState("");
  function saved(sentence: string) {
    setEdited(undefined);
    setTold(sentence);
    void revalidator.revalidate();
  }
  return (
    <Page title="Enheter" help={help}>
      <div className="stack units-page">
        {units.length === 0 && <p>Här finns ingen enhet ännu. Lägg till den första.</p>}
        {units.map((unit) => (
          <section key={unit.id} className="card stack" aria-labelledby={`enhet-${unit.id}`}>
            <h2 id={`enhet-${unit.id}`}>{unit.name}</h2>
            {edited === unit.id ? (
              <>
                <UnitForm unit={unit} submit="Spara" onSaved={() => saved("Enheten är sparad.")} />
                <QuietButton onPress={() => setEdited(undefined)}>Avbryt</QuietButton>
              </>
            ) : (
              <>
                <UnitFacts unit={unit} />
                <QuietButton label={`Ändra ${unit.name}`} onPress={() => setEdited(unit.id)}>
                  Ändra
                </QuietButton>
              </>
            )}
          </section>
        ))}
        {edited === "" ? (
          <section className="card stack" aria-labelledby="ny-enhet">
            <h2 id="ny-enhet">Ny enhet</h2>
            <UnitForm submit="Lägg till enheten" onSaved={() => saved("Enheten är tillagd.")} />
            <QuietButton onPress={() => setEdited(undefined)}>Avbryt</QuietButton>
          </section>
        ) : (
          <Button kind="secondary" onPress={() => setEdited("")}>
            Lägg till en enhet
          </Button>
        )}
        <p role="status">{told}</p>
        <p className="soft">
          En enhet går att byta namn på men inte att ta bort: dess ärenden räknas så länge de
          sparas.
        </p>
      </div>
    </Page>
  );
}

function UnitFacts({ unit }: { readonly unit: UnitView }) {
  const { kind, isOpenToColleagues, serves } = unit;
  return (
    <>
      <p>{kindWords[kind]}.</p>
      <p>
        {isOpenToColleagues
          ? "Kollegorna får öppna varandras ärenden utan att skriva varför."
          : "En kollegas ärende öppnas med ett skäl, som chefen ser."}
      </p>
      {serves.length > 0 && (
        <p>Tar också emot från {serves.map((each) => each.name).join(", ")}.</p>
      )}
    </>
  );
}

const help = {
  sentences: [
    "En enhet är de som arbetar tillsammans med samma ärenden, med en egen chef.",
    "Roller ges i en enhet, så att var och en bara ser det som hör till arbetet.",
    "Ett ärende kan delas mellan en enhet som beslutar och en som ger stödet, och räknas ändå en gång.",
  ],
  readMore: "personer-och-enheter",
} as const;
