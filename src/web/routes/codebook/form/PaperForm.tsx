import { Link, useLoaderData } from "react-router";
import type { Codebook } from "#codebook";
import { findCodebook } from "../../../api/codebooks.ts";
import { loaded } from "../../../routing/loaded.ts";
import { Page } from "../../../shell/Page.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Boxes } from "./Boxes.tsx";
import { PaperQuestion } from "./PaperQuestion.tsx";
import { PaperRows } from "./PaperRows.tsx";
import { paperParts } from "./paper-parts.ts";
import "./paper-form.css";

type Arguments = { readonly request: Request; readonly params: { readonly id?: string } };

export async function loadPaperForm({ request, params }: Arguments): Promise<Codebook> {
  return loaded(await findCodebook(params.id ?? ""), request);
}

/** The codebook as a form to fill in by hand: all that may be asked, and when. */
export function PaperForm() {
  const codebook = useLoaderData<Codebook>();
  const { id, version, label, phases } = codebook;
  return (
    <Page title="Blankett" help={help}>
      <p className="row not-printed">
        <Button onPress={() => window.print()}>Skriv ut</Button>
        <Link to={`/kodbok/${id}`}>Till kodboken</Link>
      </p>
      <div className="paper-sheets">
        <div className="paper-running">
          <p className="paper-code">
            <strong>Ärendets kod</strong> <Boxes places={1} after="-" />{" "}
            <Boxes places={4} after="-" /> <Boxes places={1} />
            <span className="soft">
              {label.sv}, version {version}
            </span>
          </p>
        </div>
        <div className="paper-body">
          <div className="paper-head">
            <p className="paper-warning">
              <strong>Skriv ärendets kod, aldrig namn.</strong> Skriv inget som visar vem klienten
              är. För över svaren samma dag och förstör sedan blanketten.
            </p>
            <p className="soft">
              Kryssa i rutorna. Fyrkant: ett svar. Fyrkant med dubbel ram: ett eller flera svar.
              Datum skrivs år, månad, dag.
            </p>
          </div>
          {phases.map((phase) => (
            <section
              key={phase.id}
              aria-labelledby={`blankett-${phase.id}`}
              className="paper-phase"
            >
              <h2 id={`blankett-${phase.id}`}>{phase.label.sv}</h2>
              {phase.definition && <p className="soft">{phase.definition.sv}</p>}
              {paperParts(codebook, phase.id).map((part) =>
                part.kind === "question" ? (
                  <PaperQuestion
                    key={part.variable.id}
                    question={part.variable}
                    codebook={codebook}
                  />
                ) : (
                  <PaperRows
                    key={`${phase.id} ${part.group.id}`}
                    group={part.group}
                    phase={phase.id}
                    codebook={codebook}
                  />
                ),
              )}
            </section>
          ))}
        </div>
      </div>
    </Page>
  );
}

const help = {
  sentences: [
    "Blanketten är gjord ur kodboken, så den har alltid samma frågor som på skärmen.",
    "«Besvaras om» säger när en fråga ska besvaras, och de andra hoppar du över.",
    "Skriv bara ärendets kod, för över svaren till ärendet och förstör sedan pappret.",
  ],
  readMore: "egna-fragor",
} as const;
