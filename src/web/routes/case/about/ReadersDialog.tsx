import { useState } from "react";
import type { AccountId } from "#kernel";
import type { CaseCircle } from "#server";
import { roleNames } from "../../../session/roles.ts";
import { useSession } from "../../../session/session.ts";
import { consequences } from "../../../words/case-life-words.ts";
import { readersByUnit } from "./circle.ts";
import { LifeDialog, type LifeDialogProps } from "./LifeDialog.tsx";

type Props = LifeDialogProps & { readonly circle: CaseCircle };

/** The people for whom the case exists. */
export function ReadersDialog({ circle, ...ends }: Props) {
  const session = useSession();
  // Whoever works on the case must be able to read it: that is no choice.
  const workers = [circle.assignee, circle.shareAssignee].filter((account) => account !== null);
  const [readers, setReaders] = useState<readonly AccountId[]>([
    ...new Set([...workers, ...(circle.readers ?? [])]),
  ]);
  const units = readersByUnit(circle);

  function toggle(account: AccountId): void {
    setReaders(
      readers.includes(account)
        ? readers.filter((each) => each !== account)
        : [...readers, account],
    );
  }

  return (
    <LifeDialog
      {...ends}
      title="Begränsa till namngivna läsare"
      act={circle.readers ? "Spara läsarna" : "Begränsa ärendet"}
      consequence={
        readers.includes(session.account)
          ? consequences.restrict
          : `${consequences.restrict} Du har inte valt dig själv: du kommer inte heller åt det.`
      }
      read={() =>
        readers.length > 0
          ? { kind: "restrict", readers, seen: circle.readers }
          : { kind: "problem", sentence: "Välj minst en person som kan läsa ärendet." }
      }
    >
      {units.map(({ id, name, people }) => (
        <fieldset key={id} className="plain-choice">
          <legend>{name}</legend>
          {people.map((person) => (
            <label key={person.account} className="switch">
              <input
                type="checkbox"
                checked={readers.includes(person.account)}
                disabled={workers.includes(person.account)}
                onChange={() => toggle(person.account)}
              />
              <span>
                {person.name}
                <span className="soft">
                  {person.account === session.account && ", du själv"}
                  {workers.includes(person.account) && ", har ärendet och är alltid läsare"}
                  {!person.roles.includes("caseWorker") &&
                    `, ${person.roles.map((role) => roleNames[role].toLowerCase()).join(", ")}`}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </LifeDialog>
  );
}

export function UnrestrictDialog({ circle, ...ends }: Props) {
  return (
    <LifeDialog
      {...ends}
      title="Ta bort begränsningen"
      act="Ta bort begränsningen"
      consequence={consequences.unrestrict}
      read={() => ({ kind: "restrict", readers: null, seen: circle.readers })}
    />
  );
}
