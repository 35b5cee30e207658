import type { LocalReleaseList } from "#server";
import { Freezing } from "./Freezing.tsx";

/** What will stand here, and the one step that gets there. */
export function NothingFrozen({ list }: { readonly list: LocalReleaseList }) {
  const mayFreeze = list.mayFreeze.length > 0;
  return (
    <div className="stack">
      <p>
        Här kommer kommunens egna siffror att stå, ett halvår i taget: vilka som söker stöd, vilket
        stöd de får och vad som har förändrats. Alla i kommunen får läsa dem, också de som inte får
        öppna enheternas ärenden.
      </p>
      {!mayFreeze && list.freezing === null && (
        <p>
          Inget halvår är fryst ännu. Det gör den lokala samordnaren eller en enhetschef, när ett
          halvår är slut.
        </p>
      )}
      <Freezing list={list} />
    </div>
  );
}
