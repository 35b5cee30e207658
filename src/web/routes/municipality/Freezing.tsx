import { useRef, useState } from "react";
import { useRevalidator } from "react-router";
import { capitalised, type HalfYear, halfYearInWords } from "#kernel";
import type { LocalReleaseList } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { ask } from "../../session/signed-out.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Select } from "../../ui/Select.tsx";

/** For those who may: one half-year is frozen, for good, after it is said what that means. */
export function Freezing({ list }: { readonly list: LocalReleaseList }) {
  const { freezing, mayFreeze, refused } = list;
  const [wanted, setWanted] = useState<HalfYear | undefined>(undefined);
  const [isAsking, setAsking] = useState(false);
  const chosen = mayFreeze.find((each) => each === wanted) ?? mayFreeze[0];
  return (
    <section className="freezing not-printed" aria-live="polite">
      {freezing && (
        <Notice tone="calm" title={`${capitalised(halfYearInWords(freezing.halfYear))} fryses`}>
          <p>
            Siffrorna räknas, skyddas och prövas. Det kan ta några minuter. Du kan lämna sidan: det
            fortsätter ändå.
          </p>
        </Notice>
      )}
      {!freezing && refused && (
        <Notice title={`${capitalised(halfYearInWords(refused.halfYear))} blev inte fryst`}>
          {refused.problems.map(({ code, sentence }) => (
            <p key={code}>{sentence}</p>
          ))}
        </Notice>
      )}
      {!freezing && chosen && (
        <>
          <h2>Frys ett halvår</h2>
          <Select
            label="Halvår att frysa"
            hint="Bara halvår som är slut, och som inte är frysta."
            options={mayFreeze.map((each) => ({
              value: each,
              label: capitalised(halfYearInWords(each)),
            }))}
            value={chosen}
            onChange={(value) => setWanted(value as HalfYear)}
          />
          <Button kind="secondary" onPress={() => setAsking(true)}>
            Frys {halfYearInWords(chosen)} …
          </Button>
          {isAsking && <AskFirst halfYear={chosen} onClose={() => setAsking(false)} />}
        </>
      )}
    </section>
  );
}

type Asking = { readonly halfYear: HalfYear; readonly onClose: () => void };

function AskFirst({ halfYear, onClose }: Asking) {
  const { revalidate } = useRevalidator();
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const isSending = useRef(false);
  async function freeze(): Promise<void> {
    if (isSending.current) return;
    isSending.current = true;
    const reply = await ask<LocalReleaseList>("POST", "/api/local-releases", {
      body: { halfYear },
    });
    isSending.current = false;
    if (reply.kind !== "ok") return setSentences(sentencesOf(reply));
    await revalidate();
    onClose();
  }
  return (
    <Dialog title={`Frys ${halfYearInWords(halfYear)}?`} onClose={onClose}>
      <ul>
        <li>
          Siffrorna räknas på ärendena som de är registrerade nu: de som påbörjades under halvåret,
          och de som avslutades då. Är något kvar att registrera, gör det först.
        </li>
        <li>
          Alla i kommunen som är inloggade kan sedan läsa och skriva ut dem: handläggare, chefer,
          samordnare, analytiker och nämndledamöter. Ingen enhet visas för sig.
        </li>
        <li>
          Små tal döljs. Ett annat program försöker räkna fram dem; lyckas det visas ingenting.
        </li>
        <li>
          <strong>Ett halvår fryses en gång och ändras inte.</strong> Rättelser räknas med från
          nästa halvår.
        </li>
      </ul>
      {sentences.length > 0 && (
        <Notice isUrgent>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
      <div className="row">
        <Button onPress={() => void freeze()}>Frys {halfYearInWords(halfYear)}</Button>
        <Button kind="secondary" onPress={onClose}>
          Avbryt
        </Button>
      </div>
    </Dialog>
  );
}
