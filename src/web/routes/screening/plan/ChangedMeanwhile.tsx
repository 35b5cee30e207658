import { Notice } from "../../../ui/Notice.tsx";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { differencesOf, type PlanForm } from "./plan-form.ts";

type Props = {
  readonly mine: PlanForm;
  readonly theirs: PlanForm;
  /** Who changed it, and when. */
  readonly sentences: readonly string[];
  readonly onKeep: () => void;
  readonly onTake: () => void;
};

/** Somebody else saved it meanwhile: what differs, and which of the two is to stand. */
export function ChangedMeanwhile({ mine, theirs, sentences, onKeep, onTake }: Props) {
  const differences = differencesOf(mine, theirs);
  return (
    <Notice isUrgent title="Det är inte sparat.">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {differences.length > 0 && <p>Det här skiljer sig: {differences.join(", ")}.</p>}
      <p className="row">
        <QuietButton onPress={onKeep}>Spara mitt</QuietButton>
        <QuietButton onPress={onTake}>Ta det andra</QuietButton>
      </p>
    </Notice>
  );
}
