import { useRef, useState } from "react";
import type { TextPackList, TextPackView } from "#server";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { FileField } from "../../deliver/FileField.tsx";
import { SendTrouble } from "../SendTrouble.tsx";
import { useSending } from "../use-sending.ts";
import { TextPackWords } from "./TextPackWords.tsx";

type Props = { readonly list: TextPackList; readonly onChange: (list: TextPackList) => void };

/** The municipality's own words for the questions, each with the right to use them. */
export function TextPacks({ list, onChange }: Props) {
  const { send, isBusy, otherSentences } = useSending();
  const [told, setTold] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const { packs, mayLoad } = list;

  async function load(file: File): Promise<void> {
    setTold("");
    const reply = await send<TextPackList>("POST", "/api/text-packs", { text: await file.text() });
    if (reply?.kind !== "ok") return;
    onChange(reply.value);
    setTold("Textpaketet är inläst.");
  }

  /** The button that had focus is gone with its pack. */
  async function remove({ id }: TextPackView): Promise<void> {
    setTold("");
    const path = `/api/text-packs/${encodeURIComponent(id)}`;
    const reply = await send<TextPackList>("DELETE", path);
    if (reply?.kind !== "ok") return;
    onChange(reply.value);
    setTold("Textpaketet är borttaget.");
    heading.current?.focus();
  }

  if (packs.length === 0 && !mayLoad) return null;
  return (
    <section aria-labelledby="textpaket" className="campaign-part text-packs">
      <h2 id="textpaket" tabIndex={-1} ref={heading}>
        Textpaket
      </h2>
      <p>
        Har kommunen rätt att använda ett instruments ord? Läs in dem som en fil, så står de på
        sidan Inför. Skillnad har inga sådana texter med sig.
      </p>
      {packs.length > 0 && (
        <ul className="campaign-list">
          {packs.map((pack) => (
            <li key={pack.id}>
              <h3>
                {pack.name}, version {pack.version}
              </h3>
              <p>
                <strong>Licens: </strong>
                {pack.licence}
              </p>
              <details>
                <summary>
                  Läs texten<span className="aloud"> i {pack.name}</span>
                </summary>
                <TextPackWords pack={pack} />
              </details>
              {mayLoad && (
                <p>
                  <QuietButton label={`Ta bort ${pack.name}`} onPress={() => void remove(pack)}>
                    Ta bort
                  </QuietButton>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayLoad && (
        <FileField
          label="Läs in ett textpaket"
          hint="En JSON-fil med name, version, licence, introduction och questions. Bara vanlig text."
          accept=".json,application/json"
          onTake={(file) => void load(file)}
        />
      )}
      <p role="status">{isBusy ? "Läser …" : told}</p>
      <SendTrouble title="Inget är ändrat." sentences={otherSentences([])} />
    </section>
  );
}
