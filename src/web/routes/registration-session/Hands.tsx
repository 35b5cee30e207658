import type { Codebook } from "#codebook";
import type { RegistrationSessionView } from "#server";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { Definition } from "../case/Definition.tsx";
import { questionLabel, questionOf } from "./question-of.ts";
import { handsUp } from "./session-words.ts";

type Props = {
  readonly hands: RegistrationSessionView["hands"];
  readonly codebook: Codebook;
  /** Whoever leads lowers every hand at a question that has been talked about. */
  readonly leads: boolean;
  readonly onLower: (concept: string) => void;
};

/** The questions that somebody wants to talk about, each with what it means and how the unit does. */
export function Hands({ hands, codebook, leads, onLower }: Props) {
  return (
    <section aria-labelledby="hander" className="stack">
      <h2 id="hander">Händer uppe</h2>
      <div role="status" className="aloud">
        {hands.map(({ concept, raised }) => (
          <p key={concept}>{handsUp(raised, questionLabel(questionOf(codebook, concept)))}</p>
        ))}
      </div>
      {hands.length === 0 && (
        <p className="soft">
          Ingen just nu. Räck upp handen vid en fråga i ett ärende, så ser alla vilken fråga det
          gäller. Ärendet syns inte.
        </p>
      )}
      <ul className="hands">
        {hands.map(({ concept, raised, isMine }) => {
          const question = questionOf(codebook, concept);
          const label = questionLabel(question);
          return (
            <li key={concept} className="card hand">
              <h3>{handsUp(raised, label)}</h3>
              {question && <Definition question={question} />}
              {(leads || isMine) && (
                <QuietButton
                  onPress={() => onLower(concept)}
                  label={`${lowerWords(leads, raised)}: ${label}`}
                >
                  {lowerWords(leads, raised)}
                </QuietButton>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function lowerWords(leads: boolean, raised: number): string {
  if (!leads) return "Ta ner min hand";
  return raised === 1 ? "Klart: ta ner handen" : "Klart: ta ner händerna";
}
