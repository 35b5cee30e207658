import type { DeliveryRound, PreparedView } from "#server";
import { Anonymity } from "./Anonymity.tsx";
import { countInWords } from "./deliver-words.ts";
import { LeavesTable } from "./LeavesTable.tsx";

type Props = { readonly told: PreparedView; readonly round: DeliveryRound };

/** A delivery in plain words: what leaves and in which form, what stays and why, and the lines themselves. */
export function WhatLeaves({ told, round }: Props) {
  const { delivery, whatLeaves, readable, unread, anonymity } = told;
  const { counts } = round.codebook;
  if (delivery.isWithdrawal) {
    return (
      <>
        <p>
          Det ni har lämnat i omgången tas tillbaka.{" "}
          {counts === "meetings" ? "Inga möten lämnar." : "Inget ärende lämnar."}
        </p>
        <Facts facts={whatLeaves.heading} />
      </>
    );
  }
  return (
    <>
      <p className="deliver-summary">
        <strong>{countInWords(delivery.cases, counts)}.</strong> {whatLeaves.summary}
      </p>
      <Facts facts={whatLeaves.heading} />
      <Leaving leaves={whatLeaves.leaves} />
      <details>
        <summary>Det här stannar hos er ({whatLeaves.stays.length})</summary>
        <dl className="deliver-pairs">
          {whatLeaves.stays.map(({ label, why }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{why}</dd>
            </div>
          ))}
        </dl>
      </details>
      <LeavesTable readable={readable} unread={unread} />
      {anonymity && (
        <Anonymity report={anonymity} level={delivery.level} codebook={round.codebook.id} />
      )}
    </>
  );
}

function Facts({ facts }: { readonly facts: PreparedView["whatLeaves"]["heading"] }) {
  return (
    <dl className="deliver-facts">
      {facts.map(({ label, said }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Of the case first, then each group of rows under its name. */
function Leaving({ leaves }: Pick<PreparedView["whatLeaves"], "leaves">) {
  const groups = [...new Set(leaves.map(({ group }) => group))];
  return (
    <details>
      <summary>Det här lämnar, och i vilken form ({leaves.length})</summary>
      {groups.map((group) => (
        <div key={group ?? ""}>
          {group !== null && <h3 className="deliver-group">{group}</h3>}
          <dl className="deliver-pairs">
            {leaves
              .filter((each) => each.group === group)
              .map(({ label, said }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{said}</dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
    </details>
  );
}
