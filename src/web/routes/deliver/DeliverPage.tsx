import { useState } from "react";
import { useLoaderData, useNavigate, useRevalidator } from "react-router";
import type { DeliveriesView, DeliveryRound, PreparedView } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { Page } from "../../shell/Page.tsx";
import { Select } from "../../ui/Select.tsx";
import { AgreementPart } from "./AgreementPart.tsx";
import { deliveriesOf, deliverPage } from "./deliver-address.ts";
import { DeliverContext, type Stage } from "./deliver-context.ts";
import { roundInBrief } from "./deliver-words.ts";
import { FetchReturn } from "./FetchReturn.tsx";
import { History } from "./History.tsx";
import { KeptDelivery } from "./KeptDelivery.tsx";
import { NoRound } from "./NoRound.tsx";
import { OwnKey } from "./OwnKey.tsx";
import { ReadInvitation } from "./ReadInvitation.tsx";
import { ThreeSteps } from "./ThreeSteps.tsx";
import "./deliver.css";

type Loaded = {
  readonly view: DeliveriesView;
  readonly round: DeliveryRound | null;
  /** What left in one of its deliveries. */
  readonly kept: PreparedView | null;
};

/** `?omgang=` names the round, the latest without it; `?visa=` one of its deliveries. */
export async function loadDeliver({ request }: { readonly request: Request }): Promise<Loaded> {
  const wished = new URL(request.url).searchParams;
  const view = loaded(await get<DeliveriesView>("/api/deliveries", request.signal), request);
  const id = wished.get("omgang");
  const round = view.rounds.find((each) => each.round.id === id) ?? view.rounds[0] ?? null;
  const sequence = wished.get("visa");
  if (!round || !sequence) return { view, round, kept: null };
  const path = `${deliveriesOf(round.round.id)}/${encodeURIComponent(sequence)}`;
  const kept = loaded(await get<PreparedView>(path, request.signal), request);
  return { view, round, kept };
}

/** What the municipality delivers: checked, seen, sent, and how it went. */
export function DeliverPage() {
  const { view, round, kept } = useLoaderData<Loaded>();
  if (!round) {
    return (
      <Page title="Leverera" help={help}>
        <NoRound view={view} />
      </Page>
    );
  }
  if (kept) return <KeptDelivery round={round} kept={kept} />;
  return <OneRound key={round.round.id} view={view} round={round} />;
}

type Props = { readonly view: DeliveriesView; readonly round: DeliveryRound };

function OneRound({ view, round }: Props) {
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const [stage, setStage] = useState<Stage>({ step: "check" });
  const { mayDeliver, rounds } = view;
  return (
    <DeliverContext value={{ round, mayDeliver, stage, goTo: setStage, refresh: revalidate }}>
      <Page
        title="Leverera"
        help={help}
        lead={
          <p>
            <strong>{round.round.name}.</strong> {roundInBrief(round)}
          </p>
        }
      >
        <div className="deliver">
          {rounds.length > 1 && (
            <div className="not-printed">
              <Select
                label="Omgång"
                options={rounds.map((each) => ({ value: each.round.id, label: each.round.name }))}
                value={round.round.id}
                onChange={(id) => void navigate(deliverPage(id))}
              />
            </div>
          )}
          <ThreeSteps />
          {stage.step !== "leaves" && <Around view={view} />}
        </div>
      </Page>
    </DeliverContext>
  );
}

/** What stands below, but while what leaves is read: then that is all there is. */
function Around({ view }: Pick<Props, "view">) {
  return (
    <>
      <History />
      <FetchReturn />
      <AgreementPart />
      <section className="deliver-more not-printed" aria-labelledby="deliver-more">
        <h2 id="deliver-more">Nyckel och nya omgångar</h2>
        <OwnKey keyView={view.key} />
        {view.mayDeliver && (
          <details>
            <summary>Läs in en omgång</summary>
            <ReadInvitation />
          </details>
        )}
      </section>
    </>
  );
}

const help = {
  sentences: [
    "Kontrollen går av sig själv, och inget lämnar kommunen förrän du trycker på Skicka.",
    "Varje leverans är hela omgången hittills och ersätter den förra, så det går alltid att rätta och leverera igen.",
    "Inga namn, datum, födelseår, texter eller ärendekoder lämnar, och sidan visar allt som gör det.",
  ],
  readMore: "leverera",
} as const;
