import { useState } from "react";
import { Link, useLoaderData } from "react-router";
import { swedishDay, systemClock } from "#kernel";
import type { CampaignView, MeetingNoted } from "#server";
import { hasProblem, type Reply } from "../../api/reply.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { CampaignNav } from "../screening/CampaignNav.tsx";
import { campaignPage } from "../screening/campaign-place.ts";
import { SendTrouble } from "../screening/SendTrouble.tsx";
import { checkKeyedPile, type KeyedPile, type PileProblem } from "./check-keyed-pile.ts";
import { LeavePile } from "./LeavePile.tsx";
import { LineForm } from "./LineForm.tsx";
import { LineTable } from "./LineTable.tsx";
import { PileHead } from "./PileHead.tsx";
import { addLine, formsIn, readCount, sumInWords } from "./pile-form.ts";
import { usePileSending } from "./use-pile-sending.ts";
import "./pile.css";

export { loadCampaign } from "../screening/load-campaign.ts";

/** Paper forms that lie in a pile: counted, keyed in line by line, and saved whole or not at all. */
export function PilePage() {
  const campaign = useLoaderData<CampaignView>();
  const { id, units, openDays } = campaign;
  return (
    <Page title="Lägg in en hög" help={help}>
      <CampaignNav campaign={campaign} />
      {openDays !== null && units.length > 0 ? (
        <Pile campaign={campaign} openDays={openDays} />
      ) : (
        <div className="stack">
          <p>Det går inte att lägga in blanketter här i dag.</p>
          <p>
            <Link to={campaignPage(id)}>Till översikten</Link>
          </p>
        </div>
      )}
    </Page>
  );
}

type Props = {
  readonly campaign: CampaignView;
  readonly openDays: NonNullable<CampaignView["openDays"]>;
};

type Told = { readonly title: string; readonly sentence: string };

function Pile({ campaign: { id, units, codebook }, openDays }: Props) {
  const [pile, setPile] = useState<KeyedPile>({
    ...emptyPile,
    unit: units.length === 1 ? units[0]?.id : undefined,
    day: undefined,
  });
  const [problems, setProblems] = useState<readonly PileProblem[]>([]);
  const [trouble, setTrouble] = useState("");
  const [told, setTold] = useState<Told>();
  const sending = usePileSending(id, onReply);
  const today = swedishDay(systemClock.now());
  const { lines } = pile;

  function change(part: Partial<KeyedPile>): void {
    setPile({ ...pile, ...part });
    setProblems([]);
    setTold(undefined);
  }

  function save(): void {
    const checked = checkKeyedPile(pile);
    setTrouble(notSaved);
    setProblems(checked.kind === "problems" ? checked.problems : []);
    if (checked.kind === "whole") sending.send(checked.body);
  }

  function onReply(reply: Reply<MeetingNoted>): void {
    if (reply.kind === "refused") {
      setTrouble(hasProblem(reply, "pile-entered-before") ? enteredBefore : notSaved);
      setProblems(reply.refusal.problems.map(({ at = "", sentence }) => ({ at, sentence })));
    }
    if (reply.kind !== "ok") return;
    const { number, unit, day } = pile;
    const isAgain = reply.value.outcome === "again";
    setTold({
      title: isAgain ? enteredBefore : `Hög ${number.trim()} är sparad.`,
      sentence: isAgain
        ? `Hög ${number.trim()} kom fram första gången och räknas en gång.`
        : `${formsIn(lines)} blanketter. Du kan ta nästa hög.`,
    });
    setPile({ ...emptyPile, unit, day });
  }

  return (
    <div className="pile">
      <LeavePile isUnsaved={lines.length > 0} />
      <div role="status">
        {told && (
          <Notice tone="calm" title={told.title}>
            <p>{told.sentence}</p>
          </Notice>
        )}
        {sending.hasNoContact && <NoContact onRetry={sending.retryNow} onStop={sending.stop} />}
      </div>
      <fieldset className="pile" disabled={sending.isBusy}>
        <PileHead
          units={units}
          openDays={openDays}
          today={today}
          pile={pile}
          problemAt={(field) => problems.find(({ at }) => at === field)?.sentence}
          onChange={change}
        />
        <LineForm
          codebook={codebook}
          onAdd={(answers, count) => {
            const added = addLine(codebook, lines, answers, count);
            if (added.kind === "added") change({ lines: added.lines });
            return added;
          }}
        />
        <section className="pile-part" aria-labelledby="rader">
          <h2 id="rader">Raderna</h2>
          <LineTable
            codebook={codebook}
            lines={lines}
            problems={problemsOfLines(problems)}
            onRemove={(index) => change({ lines: lines.toSpliced(index, 1) })}
          />
          <p className="pile-sum" role="status">
            {sumInWords(formsIn(lines), readCount(pile.forms))}
          </p>
          <SendTrouble
            title={trouble}
            sentences={[...new Set(problems.map(({ sentence }) => sentence))]}
          />
          <Button isLarge onPress={save}>
            Spara högen
          </Button>
        </section>
      </fieldset>
    </div>
  );
}

type WaitingProps = { readonly onRetry: () => void; readonly onStop: () => void };

function NoContact({ onRetry, onStop }: WaitingProps) {
  return (
    <Notice title="Vi fick ingen kontakt.">
      <p>Högen är kvar här och sparas när kontakten är tillbaka. Stäng inte sidan.</p>
      <div className="row">
        <QuietButton onPress={onRetry}>Försök nu</QuietButton>
        <QuietButton onPress={onStop}>Vänta inte, jag vill ändra något</QuietButton>
      </div>
    </Notice>
  );
}

function lineOf(at: string): string | undefined {
  return /^lines\.(\d+)/.exec(at)?.[1];
}

function problemsOfLines(problems: readonly PileProblem[]): ReadonlyMap<number, string> {
  return new Map(
    problems.flatMap(({ at, sentence }) => {
      const line = lineOf(at);
      return line === undefined ? [] : [[Number(line), sentence]];
    }),
  );
}

const emptyPile = { number: "", forms: "", lines: [] } as const;
const notSaved = "Högen är inte sparad.";
const enteredBefore = "Den här högen är redan inmatad.";

const help = {
  sentences: [
    "Räkna blanketterna i högen, skriv numret från försättsbladet och lägg in blanketter med samma svar som en rad.",
    "Inget skickas förrän du trycker Spara högen, och då måste raderna bli lika många som blanketterna.",
    "En hög med samma nummer räknas bara en gång, också om kontakten bryts när du sparar.",
  ],
  readMore: "fokusmanad",
  keys: [
    ["1–7", "välj svar i listan eller rutan som har fokus"],
    ["Enter", "lägg till raden, från antalet"],
  ],
} as const;
