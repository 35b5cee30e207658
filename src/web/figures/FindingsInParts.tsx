import type { Findings } from "#report";
import "./findings.css";

type Props = { readonly findings: Findings; readonly about: string };

/** Characters of a part above which it is folded. */
const long = 160;

/** How far the numbers hold, and what to talk about; what stands out the panels' own titles have said. */
export function FindingsInParts({ findings, about }: Props) {
  const { howSure, missing, toTalkAbout } = findings;
  if ([howSure, missing, toTalkAbout].every(({ length }) => length === 0)) return null;
  return (
    <div className="findings">
      <Part title="Så säkert är det" about={about} sentences={howSure} />
      <Part title="Det här saknas" about={about} sentences={missing} />
      <Part title="Att prata om" about={about} sentences={toTalkAbout} isOpen />
    </div>
  );
}

type PartProps = {
  readonly title: string;
  readonly about: string;
  readonly sentences: readonly string[];
  /** However long. */
  readonly isOpen?: boolean;
};

function Part({ title, about, sentences, isOpen = false }: PartProps) {
  if (sentences.length === 0) return null;
  const name = (
    <>
      {title}
      <span className="aloud">: {about}</span>
    </>
  );
  if (!isOpen && sentences.join("").length > long) {
    return (
      <details className="findings-part">
        <summary>{name}</summary>
        <Sentences sentences={sentences} />
      </details>
    );
  }
  return (
    <div className="findings-part">
      <h3>{name}</h3>
      <Sentences sentences={sentences} />
    </div>
  );
}

function Sentences({ sentences }: Pick<PartProps, "sentences">) {
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
