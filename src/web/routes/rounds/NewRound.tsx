import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import type { InvitationView, RoundsView, RoundView } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { useSession } from "../../session/session.ts";
import { ask } from "../../session/signed-out.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { AsAsked } from "./AsAsked.tsx";
import { cutOffAt, proposedCutOff, proposedId } from "./proposed-round.ts";
import { RoundFields } from "./RoundFields.tsx";
import { daysOf, type RoundForm } from "./round-form.ts";

type Props = {
  readonly codebooks: RoundsView["codebooks"];
  readonly taken: readonly string[];
  readonly onClose: () => void;
};

const empty: RoundForm = {
  name: "",
  id: "",
  from: "",
  through: "",
  cutOff: "",
  codebook: "",
  level: undefined,
  interimDays: [],
  legalBasis: "",
  purpose: "",
};

/** What is asked is written, then read as those will read it who agree, and only then made. */
export function NewRound({ codebooks, taken, onClose }: Props) {
  const [form, setForm] = useState(empty);
  const [read, setRead] = useState<Omit<InvitationView, "receiver">>();
  const { id, cutOff } = proposals(form, taken);
  const [newest] = codebooks;
  const wanted = form.codebook || (newest ? `${newest.id} ${newest.version}` : "");
  const codebook = codebooks.find((each) => `${each.id} ${each.version}` === wanted);

  function review(): void {
    const days = daysOf(form, form.cutOff || cutOff);
    if (!days || !codebook || !form.level) return;
    const { from, through, interimDays } = days;
    const round = {
      id: form.id || id,
      name: form.name.trim(),
      from,
      through,
      cutOff: cutOffAt(days.cutOff),
    };
    const [legalBasis, purpose] = [form.legalBasis.trim(), form.purpose.trim()];
    setRead({ round, codebook, level: form.level, interimDays, legalBasis, purpose });
  }

  if (read) return <ReadFirst asked={read} onChange={() => setRead(undefined)} />;
  return (
    <Page
      title="Ny omgång"
      help={help}
      lead={
        <p>
          Skriv vad ni ber om. Innan omgången görs läser du det som kommunerna kommer att läsa det.
        </p>
      }
    >
      <RoundFields
        form={{ ...form, codebook: wanted }}
        proposed={{ id, cutOff }}
        codebooks={codebooks}
        onEdit={setForm}
        onReview={review}
        onClose={onClose}
      />
    </Page>
  );
}

function proposals({ from, through }: RoundForm, taken: readonly string[]) {
  const days = daysOf({ ...empty, from, through }, through);
  if (!days) return { id: "", cutOff: "" };
  return {
    id: proposedId(days.from, days.through, taken),
    cutOff: proposedCutOff(days.through),
  };
}

type ReadFirstProps = {
  readonly asked: Omit<InvitationView, "receiver">;
  readonly onChange: () => void;
};

function ReadFirst({ asked, onChange }: ReadFirstProps) {
  const { municipality } = useSession();
  const navigate = useNavigate();
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const isSending = useRef(false);

  async function make(): Promise<void> {
    if (isSending.current) return;
    isSending.current = true;
    const { round, codebook, ...others } = asked;
    const reply = await ask<RoundView>("POST", "/api/rounds", {
      body: { ...round, codebook: { id: codebook.id, version: codebook.version }, ...others },
    });
    isSending.current = false;
    if (reply.kind !== "ok") return setSentences(sentencesOf(reply));
    void navigate(`/sammanstallning/${encodeURIComponent(round.id)}`);
  }

  return (
    <Page
      title="Läs igenom omgången"
      help={help}
      lead={<p>Så läses det av dem som ska bestämma om de deltar.</p>}
    >
      <div className="stack">
        <article className="card" aria-label="Det ni ber om">
          <AsAsked asked={asked} receiver={municipality.name} />
        </article>
        <Notice>
          <p>
            <strong>Omgången kan inte ändras efteråt</strong>, för kommunerna bestämmer sig för det
            som står här. Blev något fel gör du en ny omgång och avslutar den här.
          </p>
        </Notice>
        {sentences.length > 0 && (
          <Notice isUrgent>
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Notice>
        )}
        <div className="row">
          <Button onPress={() => void make()}>Gör omgången</Button>
          <QuietButton onPress={onChange}>Ändra något</QuietButton>
        </div>
      </div>
    </Page>
  );
}

const help = {
  sentences: [
    "En omgång säger vilka ärenden, vilka frågor, vad som får lämna kommunen och varför.",
    "När den är gjord laddar du ner inbjudan och skickar den till kommunerna på det sätt ni brukar, för Skillnad skickar inget själv.",
    "Omgången kan inte ändras efteråt, så läs igenom den tillsammans med någon.",
  ],
  readMore: "sammanstallning",
} as const;
