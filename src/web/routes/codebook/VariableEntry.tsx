import type { Codebook, Question, Variable } from "#codebook";
import { conditionInWords } from "../../words/condition-words.ts";
import { GuidanceEntries } from "./GuidanceEntries.tsx";
import { isLocal } from "./is-local.ts";
import { ProvenanceLine } from "./ProvenanceLine.tsx";

type Props = {
  readonly question: Question;
  readonly codebook: Codebook;
  /** The municipality's own: nobody else says how it is worded. */
  readonly isOwn?: boolean;
};

const typeNames: Readonly<Record<Question["type"], string>> = {
  single: "Ett svar",
  multiple: "Ett eller flera svar",
  integer: "Ett tal",
  date: "Ett datum",
};

/** One variable as it is asked, answered and known. */
export function VariableEntry({ question, codebook, isOwn = isLocal(question.id) }: Props) {
  const { id, label, prompt, definition, example, options, missing, condition, type } = question;
  const view = "view" in question ? question.view : undefined;
  return (
    <article className="entry" aria-labelledby={`post-${id}`}>
      <h3 id={`post-${id}`}>
        {!isOwn && <span className="entry-id">{id} </span>}
        {label.sv}
      </h3>
      {prompt && <p>Frågan: «{prompt.sv}»</p>}
      {definition && <p>{definition.sv}</p>}
      {example && (
        <p>
          <strong>Exempel.</strong> {example.sv}
        </p>
      )}
      {view && <p>{viewInWords(view, codebook)}</p>}
      {condition && <p>Ställs när {conditionInWords(condition, codebook)}.</p>}
      <p className="soft">
        {typeNames[type]}
        {question.range && `, ${question.range.from}–${question.range.to}`}
      </p>
      {options.length + missing.length > 0 && (
        <dl className="codes">
          {[...options, ...missing].map((option) => (
            <div key={option.code}>
              <dt>{option.code}</dt>
              <dd>
                {option.label.sv}
                {"provenance" in option && option.provenance?.status === "reconstructed" && (
                  <span className="mark">rekonstruerat</span>
                )}
                {"help" in option && option.help && (
                  <span className="soft choice-help">{option.help.sv}</span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {isOwn ? (
        <p className="provenance soft">
          <span className="mark">egen fråga</span> {question.provenance.note?.sv}
        </p>
      ) : (
        <ProvenanceLine provenance={question.provenance} />
      )}
      {!view && <GuidanceEntries concept={question.concept} label={label.sv} />}
    </article>
  );
}

function viewInWords(view: NonNullable<Variable["view"]>, codebook: Codebook): string {
  const group = codebook.groups.find(({ id }) => id === view.group);
  const field = group?.fields.find(({ id }) => id === view.field);
  return `Ställs inte för sig: svaret hämtas ur «${field?.label.sv}» i raderna «${group?.label.sv}».`;
}
