import { swedishTime } from "#kernel";
import type { SurveyInvitationReceipt } from "#server";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { QrCode } from "../../../ui/QrCode.tsx";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import type { Waiting } from "./use-waiting-survey.ts";

type Props = {
  readonly receipt: SurveyInvitationReceipt;
  /** Whether she has come in, or nobody can any more; `undefined`: not heard yet. */
  readonly waiting: Waiting | null | undefined;
  readonly onDone: () => void;
  readonly onTakeBack: () => void;
};

/** What lets the client in, told once: it is nowhere else, and gone when this is. */
export function ShownInvitation({ receipt, waiting, onDone, onTakeBack }: Props) {
  if (waiting === null || waiting?.isOpened) {
    const isOpened = waiting !== null;
    return (
      <Notice
        tone="calm"
        isUrgent
        title={isOpened ? "Klienten har öppnat enkäten." : "Koden gäller inte längre."}
      >
        <p>
          {isOpened
            ? "Koden går inte att använda igen. Här syns när svaren har kommit."
            : "Klienten hann inte öppna enkäten. Erbjud den igen, om klienten vill."}
        </p>
        <QuietButton onPress={onDone}>Stäng</QuietButton>
      </Notice>
    );
  }
  const { origin, hostname } = window.location;
  return (
    <section className="shown-invitation not-printed" aria-labelledby="enkat-visas">
      <h3 id="enkat-visas">Gäller till {swedishTime(receipt.expiresAt)}, en gång</h3>
      <div className="ways-in">
        <QrCode
          text={`${origin}/e/${receipt.link}?sprak=${receipt.language}`}
          label="Ruta att läsa av med telefonens kamera"
        />
        <dl>
          <dt>Läs av rutan, eller gå till</dt>
          <dd className="shown-address">{`${origin}/e`}</dd>
          <dt>Skriv koden där</dt>
          <dd className="shown-code">{receipt.code}</dd>
          <dt>Säg siffrorna högt, skriv dem inte</dt>
          <dd className="shown-code">{receipt.pin}</dd>
        </dl>
      </div>
      <p className="soft">
        Sidan heter Enkät och säger inget om vad den handlar om förrän siffrorna är rätt. Fem fel
        stänger den.
      </p>
      {["127.0.0.1", "localhost"].includes(hostname) && (
        <p className="soft">
          Programmet körs på den här datorn. Telefonen når inte adressen: prova koden i en annan
          flik.
        </p>
      )}
      <div className="row">
        <Button onPress={onDone}>Klart</Button>
        <QuietButton onPress={onTakeBack}>Ta tillbaka</QuietButton>
      </div>
    </section>
  );
}
