import { useState } from "react";
import { capitalised, swedishDay, systemClock } from "#kernel";
import type { DisposalPreview, DisposalView, DueCaseView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { dayInWords } from "../../words/calendar.ts";
import {
  casesInWords,
  figuresInWords,
  lastDayInWords,
  restrictedInWords,
} from "./disposal-words.ts";
import { HoldDialog } from "./HoldDialog.tsx";
import { useAct } from "./use-act.ts";

type Props = {
  readonly preview: DisposalPreview;
  readonly view: DisposalView;
  readonly onChanged: (told: string) => void;
};

/** At the end of a list that may be long: what says that it has been read. */
const readBox = "har-last";

/** What the rule takes today, case by case, and what it leaves. */
export function Preview({ preview, view, onChanged }: Props) {
  const [holding, setHolding] = useState<string>();
  const today = swedishDay(systemClock.now());
  const { total, cases, restricted, kept, keptRestricted, cutOff, lastDay } = preview;
  return (
    <section className="card stack" aria-labelledby="att-gallra">
      <h2 id="att-gallra">Att gallra i dag</h2>
      {total === 0 ? (
        <p>
          Inget ärende ska gallras nu. Här kommer de att stå som avslutades {dayInWords(cutOff)}{" "}
          eller tidigare.
        </p>
      ) : (
        <>
          <p>
            <strong>{capitalised(casesInWords(total))}</strong> avslutades {dayInWords(cutOff)}{" "}
            eller tidigare, eller har legat öppna utan något nytt sedan dess.{" "}
            {lastDay && lastDayInWords(lastDay, today)}
          </p>
          {cases.length > 10 && !view.proposal && (
            <p className="not-printed">
              <QuietButton onPress={() => document.getElementById(readBox)?.focus()}>
                Till slutet av listan
              </QuietButton>
            </p>
          )}
          <CaseTable
            caption="Ärenden som ska gallras, de äldsta först"
            cases={cases}
            act={(code) => (
              <QuietButton onPress={() => setHolding(code)} label={`Bevara ${code}`}>
                Bevara
              </QuietButton>
            )}
          />
          {restricted > 0 && <p>{restrictedInWords(restricted)}</p>}
          <p>{figuresInWords(preview.years)}</p>
        </>
      )}
      {(kept.length > 0 || keptRestricted > 0) && (
        <>
          <h3>Hålls kvar</h3>
          <CaseTable
            caption="Ärenden som hålls kvar, och varför"
            cases={kept}
            act={(code) => <KeptBecause kept={kept} code={code} onChanged={onChanged} />}
          />
          {keptRestricted > 0 && <p>{restrictedInWords(keptRestricted)}</p>}
        </>
      )}
      {total > 0 && !view.proposal && (
        <Propose preview={preview} others={view.others} onChanged={onChanged} />
      )}
      {holding && (
        <HoldDialog
          code={holding}
          onClose={() => setHolding(undefined)}
          onHeld={() => {
            setHolding(undefined);
            onChanged(`Ärende ${holding} bevaras.`);
          }}
        />
      )}
    </section>
  );
}

type TableProps = {
  readonly caption: string;
  readonly cases: readonly DueCaseView[];
  readonly act: (code: string) => React.ReactNode;
};

function CaseTable({ caption, cases, act }: TableProps) {
  if (cases.length === 0) return null;
  return (
    <table className="records">
      <caption className="aloud">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Ärende</th>
          <th scope="col">Enhet</th>
          <th scope="col">Avslutades</th>
          <th scope="col">
            <span className="aloud">Bevaras</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {cases.map((each) => (
          <tr key={each.code}>
            <td className="case-code">{each.code}</td>
            <td>{each.unit}</td>
            <td>{endedInWords(each)}</td>
            <td>{act(each.code)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function endedInWords({ endedOn, isOpen, isVoided }: DueCaseView): string {
  const day = dayInWords(endedOn);
  const told = isOpen ? `Öppet, inget inskrivet sedan ${day}` : day;
  return isVoided ? `${told} (makulerat)` : told;
}

type KeptProps = {
  readonly kept: DisposalPreview["kept"];
  readonly code: string;
  readonly onChanged: (told: string) => void;
};

function KeptBecause({ kept, code, onChanged }: KeptProps) {
  const { problem, carryOut } = useAct();
  const found = kept.find((each) => each.code === code);

  async function release(): Promise<void> {
    const done = await carryOut("DELETE", `/api/disposal/holds/${code}`);
    if (done) onChanged(`Ärende ${code} bevaras inte längre.`);
  }

  return (
    <>
      {found?.why}
      {found?.isHeld && (
        <>
          {" "}
          <QuietButton onPress={() => void release()} label={`Bevara inte längre: ${code}`}>
            Bevara inte längre
          </QuietButton>
        </>
      )}
      <FieldProblem id={`bevara-fel-${code}`} sentence={problem} />
    </>
  );
}

type ProposeProps = {
  readonly preview: DisposalPreview;
  readonly others: readonly string[];
  readonly onChanged: (told: string) => void;
};

function Propose({ preview: { total, listSha256 }, others, onChanged }: ProposeProps) {
  const [hasRead, setRead] = useState(false);
  const [missing, setMissing] = useState<string>();
  const { problem, isSending, carryOut } = useAct();

  async function propose(): Promise<void> {
    setMissing(hasRead ? undefined : "Läs listan, och kryssa i att du har gjort det.");
    if (!hasRead) return;
    const done = await carryOut<DisposalView>("POST", "/api/disposal/proposals", { listSha256 });
    if (done) onChanged("Gallringen är föreslagen.");
  }

  return (
    <div className="stack not-printed">
      <label className="switch">
        <input
          type="checkbox"
          id={readBox}
          checked={hasRead}
          onChange={(event) => setRead(event.target.checked)}
        />
        <span>Jag har läst listan, och det som ska bevaras är markerat</span>
      </label>
      <FieldProblem id="foresla-fel" sentence={missing ?? problem} />
      <div className="row">
        <Button onPress={() => void propose()} isDisabled={isSending} describedBy="foresla-fel">
          {`Föreslå gallring av ${casesInWords(total)}`}
        </Button>
        <QuietButton onPress={() => window.print()}>Skriv ut listan</QuietButton>
      </div>
      <p className="soft">
        {others.length > 0
          ? `Inget tas bort än. Någon annan verkställer: ${others.join(" eller ")}.`
          : "Inget tas bort än. Ingen annan har rollen för alla enheter, så du verkställer själv. Det står i protokollet."}
      </p>
    </div>
  );
}
