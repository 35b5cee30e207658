import { useEffect, useRef } from "react";
import type { Instant } from "#kernel";
import { exactMoment } from "../../words/calendar.ts";

type Props = {
  readonly title: string;
  readonly municipality: string;
  readonly caseCode: string;
  readonly madeAt: Instant;
  readonly madeBy: string;
};

export function PaperHead({ title, municipality, caseCode, madeAt, madeBy }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever listens to the page hears that the paper came.
  useEffect(() => heading.current?.focus(), []);
  return (
    <header className="extract-head">
      <p>{municipality}</p>
      <h2 id="utdraget" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p className="soft">
        Kod <span className="case-code">{caseCode}</span>. Framtaget {exactMoment(madeAt)} av{" "}
        {madeBy}.
      </p>
    </header>
  );
}

/** Whom she can ask: as it stands on the sheet that she was given, or room to write it. */
export function WhomToAsk({
  contact,
  dataProtection,
}: {
  readonly contact: string;
  readonly dataProtection: string;
}) {
  return (
    <section>
      <h3>Vem du kan fråga</h3>
      <p>
        Är något fel har du rätt att få det rättat. I vissa fall kan du få uppgifter borttagna,
        eller få oss att använda dem mindre. Du kan också klaga hos Integritetsskyddsmyndigheten,
        imy.se.
      </p>
      <dl className="extract-line">
        <dt>Fråga oss</dt>
        <dd className="written-lines">{contact || "\u00a0"}</dd>
      </dl>
      <dl className="extract-line">
        <dt>Dataskyddsombud</dt>
        <dd className="written-lines">{dataProtection || "\u00a0"}</dd>
      </dl>
    </section>
  );
}
