import { useEffect, useState } from "react";
import type { Codebook } from "#codebook";
import type { MadeDeliveryView, PreparedView } from "#server";
import { findCodebook } from "../../api/codebooks.ts";
import { anonymityInWords } from "./deliver-words.ts";

type Props = {
  readonly report: NonNullable<PreparedView["anonymity"]>;
  readonly level: MadeDeliveryView["level"];
  readonly codebook: string;
};

/** How easily cases are told apart by somebody who knows a client. Informs, and stops nothing. */
export function Anonymity({ report, level, codebook }: Props) {
  const found = useCodebook(codebook);
  const labels = report.known.flatMap(
    (id) => found?.variables.find((variable) => variable.id === id)?.label.sv ?? [],
  );
  const sentences = anonymityInWords(report, labels, level);
  if (sentences.length === 0) return null;
  return (
    <section aria-labelledby="kanna-igen" className="deliver-anonymity">
      <h3 id="kanna-igen">Kan någon kännas igen?</h3>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}

/** For the names of questions; without it the sentences do without them. */
function useCodebook(id: string): Codebook | undefined {
  const [found, setFound] = useState<Codebook>();
  useEffect(() => {
    let isOn = true;
    void findCodebook(id).then((reply) => {
      if (isOn && reply.kind === "ok") setFound(reply.value);
    });
    return () => {
      isOn = false;
    };
  }, [id]);
  return found;
}
