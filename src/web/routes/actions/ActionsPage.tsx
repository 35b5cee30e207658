import { useRef, useState } from "react";
import { Link, useLoaderData } from "react-router";
import { randomId, strongRandomness } from "#kernel";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { ActionList } from "./ActionList.tsx";
import { ActionsOfOthers } from "./ActionsOfOthers.tsx";
import { newAction } from "./action-form.ts";
import { EarlierRounds } from "./EarlierRounds.tsx";
import { FollowUp } from "./FollowUp.tsx";
import type { LoadedActions } from "./load-actions.ts";
import { useActions } from "./use-actions.ts";
import { WriteAction } from "./WriteAction.tsx";
import "./actions.css";

export { loadActions } from "./load-actions.ts";

/** «Åtgärder»: from result to action, and what came of it. */
export function ActionsPage() {
  const { view, about } = useLoaderData<LoadedActions>();
  // One page for each figure that one comes from.
  return <Actions key={about} view={view} about={about} />;
}

function Actions({ view: loaded, about }: LoadedActions) {
  const [latest] = loaded.rounds;
  const begun =
    latest && loaded.mayChange && about !== ""
      ? newAction(randomId(strongRandomness), latest.id, about)
      : null;
  const heading = useRef<HTMLHeadingElement>(null);
  const [first] = useState(begun);
  const actions = useActions(loaded, first);
  const { view, open, told, removed, edit, putBack } = actions;
  const [round, ...earlier] = view.rounds;
  if (!round) return <NothingYet />;
  const isNew = open?.revision === 0 && !round.actions.some(({ id }) => id === open.id);
  const begin = () => edit(newAction(randomId(strongRandomness), round.id, ""));

  async function regret(): Promise<void> {
    await putBack();
    // The button that had focus is gone.
    heading.current?.focus();
  }

  return (
    <Page title="Åtgärder" help={help} lead={<p>Vad ni ändrar med anledning av siffrorna.</p>}>
      <div className="actions">
        <FollowUp rounds={earlier} actions={actions} />
        <section aria-labelledby="omgangen" className="actions-part">
          <h2 id="omgangen" tabIndex={-1} ref={heading}>
            {round.name}
          </h2>
          {view.mayChange && isNew && open.round === round.id && (
            <WriteAction open={open} round={round} actions={actions} />
          )}
          {round.actions.length === 0 && !isNew && <Empty mayChange={view.mayChange} />}
          {view.mayChange && (
            <div className="row not-printed actions-told">
              {!isNew && <Button onPress={begin}>Ny åtgärd</Button>}
              <p role="status">
                {told} {removed && <QuietButton onPress={() => void regret()}>Ångra</QuietButton>}
              </p>
            </div>
          )}
          <ActionList round={round} shown={round.actions} actions={actions} />
          {round.actions.length > 0 && (
            <div className="not-printed">
              <Button kind="secondary" onPress={() => window.print()}>
                Skriv ut
              </Button>
            </div>
          )}
        </section>
        <ActionsOfOthers round={round} />
        <EarlierRounds rounds={earlier} actions={actions} />
      </div>
    </Page>
  );
}

function Empty({ mayChange }: { readonly mayChange: boolean }) {
  return (
    <p>
      Här kommer det att stå vad ni ändrar, vem som ansvarar och vad det blev av det.
      {mayChange
        ? " Börja med en enda sak som siffrorna har fått er att vilja göra annorlunda."
        : " Enhetschef, samordnare eller analytiker skriver."}
    </p>
  );
}

function NothingYet() {
  return (
    <Page title="Åtgärder" help={help}>
      <div className="stack">
        <p>
          Här kommer det att stå vad ni ändrar med anledning av siffrorna, vem som ansvarar och vad
          det blev av det.
        </p>
        <p>
          Det börjar när siffrorna för en omgång är publicerade. Enhetens egna siffror finns redan
          under <Link to="/resultat">Resultat</Link>.
        </p>
      </div>
    </Page>
  );
}

const help = {
  sentences: [
    "Skriv vad ni ändrar i arbetet med anledning av siffrorna, och aldrig något om en enskild person.",
    "Alla i kommunen som läser siffrorna läser åtgärderna med den ansvarigas befattning, och de lämnar kommunen bara om ni väljer att dela dem.",
    "När nästa omgång är publicerad frågar sidan vad det blev av dem, men en ändrad siffra säger inte ensam att åtgärden är skälet.",
  ],
  readMore: "atgarder",
} as const;
