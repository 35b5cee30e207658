import { useLoaderData, useNavigate } from "react-router";
import type { StartView, UnitFigures } from "#server";
import { get } from "../../api/request.ts";
import { TowardsThirty } from "../../figures/TowardsThirty.tsx";
import { loaded } from "../../routing/loaded.ts";
import { unitsWith } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { Page } from "../../shell/Page.tsx";
import { exactMoment } from "../../words/calendar.ts";
import { FigureArticle } from "./FigureArticle.tsx";
import "../../figures/figures.css";
import "./figures-page.css";

/** `?enhet=` names the unit; without it the person's first. */
export async function loadFigures({ request }: { readonly request: Request }) {
  const unit = new URL(request.url).searchParams.get("enhet") ?? (await firstUnit(request));
  const path = `/api/units/${encodeURIComponent(unit)}/figures`;
  return loaded(await get<UnitFigures>(path, request.signal), request);
}

async function firstUnit(request: Request): Promise<string> {
  const { figures } = loaded(await get<StartView>("/api/start", request.signal), request);
  if (!figures) throw new Response("", { status: 404 });
  return figures.unit.id;
}

export function Figures() {
  const figures = useLoaderData<UnitFigures>();
  const units = unitsWith(useSession(), "caseWorker", "unitManager");
  const navigate = useNavigate();
  return (
    <Page
      title="Er bild"
      lead={
        <p>
          <span className="mark not-to-be-spread">Får ej spridas</span> {figures.unit.name} ·{" "}
          {figures.cases} ärenden, {figures.closed} avslutade · räknat{" "}
          {exactMoment(figures.countedAt)}
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
        <p>Här kommer enhetens siffror att stå, när det första ärendet är påbörjat.</p>
      ) : (
        <>
          <div className="figures-start">
            <TowardsThirty cases={figures.cases} />
          </div>
          <FigureSection id="nyckeltal" title="Nyckeltal" figures={figures.indicators} />
          <FigureSection id="fraga-for-fraga" title="Fråga för fråga" figures={figures.variables} />
        </>
      )}
    </Page>
  );
}

type SectionProps = {
  readonly id: string;
  readonly title: string;
  readonly figures: UnitFigures["variables"];
};

function FigureSection({ id, title, figures }: SectionProps) {
  return (
    <section aria-labelledby={id} className="figure-section">
      <h2 id={id}>{title}</h2>
      <div className="figure-articles">
        {figures.map((figure) => (
          <FigureArticle key={figure.id} figure={figure} />
        ))}
      </div>
    </section>
  );
}

const help = {
  sentences: [
    "Siffrorna är enhetens egna och exakta, så de får inte lämna enheten.",
    "Varje siffra har sin kedja: hur många ärenden frågan gäller, hur många som nått den och hur många som fått svar.",
    "Med få ärenden visas antal i stället för andelar, och en andel kan ändras mycket av ett enda svar.",
  ],
} as const;
