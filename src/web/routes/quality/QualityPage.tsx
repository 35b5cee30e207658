import { useLoaderData, useNavigate } from "react-router";
import type { LookAlikes as LookAlikeView, SessionView, UnitQuality } from "#server";
import { get } from "../../api/request.ts";
import {
  casesInWords,
  completenessInWords,
  emptiestInWords,
  timelinessInWords,
  unknownInWords,
} from "../../quality/quality-words.ts";
import { loaded } from "../../routing/loaded.ts";
import { unitsReachedWith } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { Page } from "../../shell/Page.tsx";
import { Select } from "../../ui/Select.tsx";
import { CaseLists } from "./CaseLists.tsx";
import { Completeness } from "./Completeness.tsx";
import { LookAlikes } from "./LookAlikes.tsx";
import { SurveyReasons } from "./SurveyReasons.tsx";
import "./quality-page.css";

const leaders = ["coordinator", "unitManager"] as const;

type Loaded = {
  readonly quality: UnitQuality;
  readonly pairs: LookAlikeView["pairs"];
};

/** `?enhet=` names the unit; without it the person's first. */
export async function loadQuality({ request }: { readonly request: Request }): Promise<Loaded> {
  const wished = new URL(request.url).searchParams.get("enhet");
  const path = `/api/units/${encodeURIComponent(wished ?? (await firstUnit(request)))}`;
  const [quality, alike] = await Promise.all([
    get<UnitQuality>(`${path}/quality`, request.signal),
    get<LookAlikeView>(`${path}/look-alikes`, request.signal),
  ]);
  return { quality: loaded(quality, request), pairs: loaded(alike, request).pairs };
}

async function firstUnit(request: Request): Promise<string> {
  const session = loaded(await get<SessionView>("/api/session", request.signal), request);
  const [first] = unitsReachedWith(session, ...leaders);
  if (!first) throw new Response("", { status: 404 });
  return first.id;
}

/** How the unit's registration stands: for those who keep it going, and never about a person. */
export function QualityPage() {
  const { quality, pairs } = useLoaderData<Loaded>();
  const { unit, variables, timeliness, goalDays, openCases, survey } = quality;
  const session = useSession();
  const navigate = useNavigate();
  const units = unitsReachedWith(session, ...leaders);
  const opensCases = unitsReachedWith(session, "unitManager").some(({ id }) => id === unit.id);
  const emptiest = emptiestInWords(variables);
  const unknown = unknownInWords(variables);
  return (
    <Page
      title="Registreringsläget"
      help={help}
      lead={
        <p>
          {unit.name} ·{" "}
          {openCases === 0 ? "Inga ärenden pågår." : `${casesInWords(openCases)} pågår`}
        </p>
      }
    >
      {units.length > 1 && (
        <Select
          label="Enhet"
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          value={unit.id}
          onChange={(id) => void navigate(`/laget?enhet=${encodeURIComponent(id)}`)}
        />
      )}
      <div className="quality-page">
        <section aria-labelledby="i-korthet" className="quality-lead">
          <h2 id="i-korthet">{completenessInWords(variables)}</h2>
          {emptiest && <p>{emptiest}</p>}
          {unknown && <p>{unknown}</p>}
        </section>
        <CaseLists quality={quality} opensCases={opensCases} />
        <LookAlikes key={unit.id} unit={unit.id} pairs={pairs} opensCases={opensCases} />
        <section aria-labelledby="i-tid" className="quality-section">
          <h2 id="i-tid">I tid</h2>
          <p className="soft">
            Från det att något händer tills det är registrerat, det senaste året.
          </p>
          <ul className="quality-sentences">
            {timeliness.map((each) => (
              <li key={each.event}>{timelinessInWords(each, goalDays)}</li>
            ))}
          </ul>
        </section>
        <SurveyReasons survey={survey} />
        <Completeness variables={variables} />
      </div>
    </Page>
  );
}

const help = {
  sentences: [
    "Här ser ni hur fullständig och aktuell enhetens registrering är, utan svar och aldrig per person.",
    "En fråga räknas bara i ärenden som har kommit till den, «vet ej» är ett svar, och tom räknas den först när ärendet har passerat fasen.",
    "Är det mycket tomt i en fråga, så prata om den tillsammans, till exempel i en registreringsstuga.",
  ],
  readMore: "laget",
} as const;
