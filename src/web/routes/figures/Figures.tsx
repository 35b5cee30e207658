import { Link, useLoaderData, useNavigate } from "react-router";
import type { Codebook } from "#codebook";
import type { StartView, UnitFigures } from "#server";
import { findCodebook } from "../../api/codebooks.ts";
import { get } from "../../api/request.ts";
import { FigureContents } from "../../figures/FigureContents.tsx";
import { figuresByPhase, headlinesFirst } from "../../figures/figure-order.ts";
import { TowardsThirty } from "../../figures/TowardsThirty.tsx";
import { loaded } from "../../routing/loaded.ts";
import { hasRole, unitsWith } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { Page } from "../../shell/Page.tsx";
import { exactMoment } from "../../words/calendar.ts";
import { KeyFigures, QuestionFigures } from "./FigureSections.tsx";
import { keyFigures, phaseAnchor } from "./section-names.ts";
import "../../figures/figure.css";
import "../../figures/figures.css";
import "./figures-page.css";

type Loaded = { readonly figures: UnitFigures; readonly codebook: Codebook };

/** `?enhet=` names the unit; without it the person's first. */
export async function loadFigures({ request }: { readonly request: Request }): Promise<Loaded> {
  const unit = new URL(request.url).searchParams.get("enhet") ?? (await firstUnit(request));
  const path = `/api/units/${encodeURIComponent(unit)}/figures`;
  const figures = loaded(await get<UnitFigures>(path, request.signal), request);
  return { figures, codebook: loaded(await findCodebook(figures.codebook), request) };
}

async function firstUnit(request: Request): Promise<string> {
  const { figures } = loaded(await get<StartView>("/api/start", request.signal), request);
  if (!figures) throw new Response("", { status: 404 });
  return figures.unit.id;
}

export function Figures() {
  const { figures, codebook } = useLoaderData<Loaded>();
  const session = useSession();
  const units = unitsWith(session, "caseWorker", "unitManager");
  const navigate = useNavigate();
  return (
    <Page
      title="Er bild"
      lead={
        <p className="figures-lead">
          <span className="mark not-to-be-spread">Får ej spridas</span> {figures.unit.name} ·{" "}
          {figures.cases} ärenden, {figures.closed} avslutade ·{" "}
          <span className="figures-counted">räknat {exactMoment(figures.countedAt)}</span>
        </p>
      }
      help={help}
    >
      {units.length > 1 && (
        <div className="field unit-choice">
          <label htmlFor="enhet">Enhet</label>
          <select
            id="enhet"
            value={figures.unit.id}
            onChange={(event) =>
              void navigate(`/figurer?enhet=${encodeURIComponent(event.target.value)}`)
            }
          >
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {figures.cases === 0 ? (
        <div className="stack">
          <p>Här kommer enhetens siffror att stå när det första ärendet är påbörjat.</p>
          {hasRole(session, "caseWorker") && (
            <p>
              Börja med Nytt ärende på <Link to="/">Start</Link>.
            </p>
          )}
        </div>
      ) : (
        <>
          <div className="figures-start">
            <TowardsThirty cases={figures.cases} />
          </div>
          <Sections figures={figures} codebook={codebook} />
        </>
      )}
    </Page>
  );
}

function Sections({ figures: { indicators, variables }, codebook }: Loaded) {
  const phases = figuresByPhase(variables, codebook);
  return (
    <>
      <FigureContents
        entries={[
          { anchor: keyFigures.id, name: keyFigures.title },
          ...phases.map(({ id, name }) => ({ anchor: phaseAnchor(id), name })),
        ]}
      />
      <KeyFigures
        figures={headlinesFirst(indicators, codebook)}
        variables={variables}
        codebook={codebook}
      />
      <QuestionFigures phases={phases} />
    </>
  );
}

const help = {
  sentences: [
    "Siffrorna är enhetens egna och exakta, så de får inte lämna enheten.",
    "Varje siffra har sin kedja: hur många ärenden frågan gäller, hur många som nått den och hur många som fått svar.",
    "Med få ärenden visas antal i stället för andelar, och en andel kan ändras mycket av ett enda svar.",
  ],
} as const;
