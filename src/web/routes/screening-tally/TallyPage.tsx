import { useState } from "react";
import { Link, useLoaderData } from "react-router";
import { type IsoDate, swedishDay, systemClock } from "#kernel";
import type { CampaignView } from "#server";
import { Page } from "../../shell/Page.tsx";
import { useLasting } from "../../shell/use-lasting.ts";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { CampaignNav } from "../screening/CampaignNav.tsx";
import { campaignPage } from "../screening/campaign-place.ts";
import { stateInWords } from "../screening/campaign-words.ts";
import { GivesWay } from "../screening/GivesWay.tsx";
import { JustNoted } from "./JustNoted.tsx";
import { RefusedMeetings } from "./RefusedMeetings.tsx";
import { questionId, TallyCard } from "./TallyCard.tsx";
import { TallyPlace } from "./TallyPlace.tsx";
import { optionAt } from "./tally-draft.ts";
import { useCalmPresses } from "./use-calm-presses.ts";
import { useTally } from "./use-tally.ts";
import { useTallyKeys } from "./use-tally-keys.ts";
import { tallySending, useTallyQueue } from "./use-tally-queue.ts";
import { WaitingMeetings } from "./WaitingMeetings.tsx";
import "./tally.css";

export { loadCampaign } from "../screening/load-campaign.ts";

/** Ten seconds after a meeting: whether it was asked, what was answered, and straight to the next. */
export function TallyPage() {
  const campaign = useLoaderData<CampaignView>();
  const { id, name, units, openDays } = campaign;
  const mayNote = units.length > 0 && openDays !== null;
  return (
    <Page title="Notera ett möte" help={help} placesFocus={mayNote && units.length === 1}>
      <div className="tally-nav">
        <CampaignNav campaign={campaign} />
      </div>
      {mayNote ? <Tally campaign={campaign} openDays={openDays} /> : <NotNow campaign={campaign} />}
      <Waiting />
      <p className="tally-way">
        <Link to={campaignPage(id)}>{name}</Link>
      </p>
    </Page>
  );
}

type TallyProps = {
  readonly campaign: CampaignView;
  readonly openDays: NonNullable<CampaignView["openDays"]>;
};

function Tally({ campaign, openDays }: TallyProps) {
  const { units } = campaign;
  const today = swedishDay(systemClock.now());
  const [unit, setUnit] = useState(units.length === 1 ? units[0]?.id : undefined);
  // Today stays today past midnight; another day stays until it is changed.
  const [otherDay, setOtherDay] = useState<IsoDate>();
  const isOver = today > campaign.lastDay;
  const day = otherDay ?? (isOver ? undefined : today);
  const queue = useTallyQueue();
  const tally = useTally(campaign, { unit, day });
  const calmPresses = useCalmPresses(tally.taken);
  const isPlaced = unit !== undefined && day !== undefined;
  const { step, draft, asksAboutPerson } = tally;
  useTallyKeys({
    onOption(key) {
      const found = isPlaced && step && optionAt(step, key);
      if (found) tally.choose(found.question, found.code);
    },
    onEnter: tally.goOn,
    onBack: tally.back,
    onUndo: tally.undo,
  });
  return (
    <div className="tally" {...calmPresses}>
      {isOver && <GoesOn campaign={campaign} />}
      <GivesWay campaign={campaign} />
      <TallyPlace
        units={units}
        openDays={openDays}
        today={today}
        unit={unit}
        day={day}
        onUnit={setUnit}
        onDay={(chosen) => setOtherDay(chosen === today ? undefined : chosen)}
        onDone={focusQuestion}
      />
      {isPlaced && step && (
        <TallyCard
          step={step}
          answers={draft.answers}
          isFirst={draft.at === 0}
          isLast={tally.isLast}
          focusOn={units.length > 1 && tally.taken === 0 ? undefined : String(tally.taken)}
          problem={tally.problem}
          onPick={tally.choose}
          onGoOn={tally.goOn}
          onBack={tally.back}
        >
          {step.kind === "person" && (
            <QuietButton onPress={() => tally.askAboutPerson(false)}>
              Spara, och fråga inte mer om kön och ålder
            </QuietButton>
          )}
          {draft.at === 0 && !asksAboutPerson && (
            <QuietButton onPress={() => tally.askAboutPerson(true)}>
              Fråga också om kön och ålder
            </QuietButton>
          )}
        </TallyCard>
      )}
      <RefusedMeetings
        refused={queue.refused}
        onRead={(receipt) => {
          tallySending.readRefusal(receipt);
          tally.forget(receipt);
          focusQuestion();
        }}
      />
      <JustNoted last={tally.last} queue={queue} onUndo={tally.undo} />
    </div>
  );
}

function focusQuestion(): void {
  document.getElementById(questionId)?.focus();
}

/** Where a routine's half-year is over, meetings of today belong to the next one. */
function GoesOn({ campaign: { routine, next } }: Pick<TallyProps, "campaign">) {
  if (routine !== "goes-on") return null;
  return (
    <p>
      Det här halvåret är slut.{" "}
      {next ? (
        <Link to={campaignPage(next.id, "notera")}>Notera dagens möten i nästa halvår</Link>
      ) : (
        "Ladda om sidan för att notera dagens möten i nästa halvår."
      )}
    </p>
  );
}

function Waiting() {
  const queue = useTallyQueue();
  const isSlow = useLasting(queue.waiting.length > 0);
  return <WaitingMeetings queue={queue} isSlow={isSlow} onRetry={tallySending.retryNow} />;
}

function NotNow({ campaign }: { readonly campaign: CampaignView }) {
  const { openDays, id, givesWay } = campaign;
  const { refused } = useTallyQueue();
  const today = swedishDay(systemClock.now());
  return (
    <div className="stack">
      {openDays === null && (
        <p>Det går inte att notera möten i dag. {stateInWords(campaign, today)}</p>
      )}
      {openDays !== null && givesWay.length === 0 && (
        <p>
          Möten noteras av dem som arbetar på en enhet som är med. Du hör inte till någon av dem.
        </p>
      )}
      <GivesWay campaign={campaign} />
      {today > campaign.lastDay && <GoesOn campaign={campaign} />}
      <p>
        <Link to={campaignPage(id)}>Till översikten</Link>
      </p>
      <RefusedMeetings refused={refused} onRead={tallySending.readRefusal} />
    </div>
  );
}

const help = {
  sentences: [
    "Notera varje möte, också när frågan inte ställdes.",
    "Bara antalet sparas: inget säger vem som möttes, vem som frågade eller när på dagen.",
    "Blev det fel trycker du Ångra inom en minut, och utan kontakt väntar mötena på sidan tills de kan sparas.",
  ],
  readMore: "fokusmanad",
  keys: [
    ["1–7", "välj svar"],
    ["Enter", "gå vidare, spara"],
    ["Backsteg", "tillbaka"],
    ["U", "ångra det senaste mötet"],
    ["Ctrl+Z", "ångra det senaste mötet"],
  ],
} as const;
