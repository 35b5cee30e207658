import { useState } from "react";
import type { AskedRow, Item, PhaseId, RepeatGroup } from "#codebook";
import { addressKey } from "#codebook";
import { saving } from "../../saving/use-saving.ts";
import { Button } from "../../ui/Button.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { AddRowKeys } from "./AddRowKeys.tsx";
import { addRow } from "./add-row.ts";
import { ChangeNote } from "./ChangeNote.tsx";
import { refusedAt, useOpenCase } from "./case-context.ts";
import { Question } from "./Question.tsx";
import { RefusedAnswer } from "./RefusedAnswer.tsx";
import { addStepId, questionStepId, rowTitle } from "./steps.ts";

type Props = {
  readonly group: RepeatGroup;
  readonly rows: readonly AskedRow[];
  readonly phase: PhaseId;
  readonly problemAt: (stepId: string) => string | undefined;
  readonly hintAt: (stepId: string) => string | undefined;
  readonly openDefinition: string | undefined;
  readonly onDefinition: (stepId: string) => void;
  /** Goes to the first question of a row that was just added. */
  readonly onFocus: (stepId: string) => void;
};

/** The rows of a repeat group within one phase, such as its risk assessments. */
export function RepeatRows(props: Props) {
  const { group, rows, phase, problemAt, hintAt, openDefinition, onDefinition, onFocus } = props;
  const openCase = useOpenCase();
  const { view } = openCase;
  const [removed, setRemoved] = useState<Item>();
  const addId = addStepId(group.id);
  const problem = problemAt(addId);
  const place = `${phase}:${group.id}`;
  const refused = refusedAt(openCase, place);

  function add(): void {
    const id = addRow(view.code, group.id, phase);
    const [first] = group.fields;
    if (first) onFocus(questionStepId({ variable: first.id, item: id }));
  }

  function remove(item: Item): void {
    setRemoved(item);
    saving.change(view.code, { kind: "remove-item", item: item.id });
    onFocus(addId);
  }

  return (
    <section className="rows" aria-labelledby={`rader-${group.id}`}>
      <h3 id={`rader-${group.id}`}>{group.label.sv}</h3>
      {group.definition && <p className="soft">{group.definition.sv}</p>}
      {phase === "after" && <ChangeNote group={group.id} />}
      {rows.map(({ item, fields }, index) => (
        <fieldset key={item.id} className="row-card">
          <legend>{rowTitle(group.label.sv, index)}</legend>
          {fields.map((field) => {
            const address = { variable: field.id, item: item.id };
            const stepId = questionStepId(address);
            return (
              <Question
                key={addressKey(address)}
                question={field}
                address={address}
                row={item}
                problem={problemAt(stepId)}
                hint={hintAt(stepId)}
                isDefinitionOpen={openDefinition === stepId}
                onDefinition={() => onDefinition(stepId)}
              />
            );
          })}
          <QuietButton
            onPress={() => remove(item)}
            label={`Ta bort ${rowTitle(group.label.sv, index).toLowerCase()}`}
          >
            Ta bort
          </QuietButton>
        </fieldset>
      ))}
      {removed && (
        <Notice tone="calm" isUrgent>
          <div className="row">
            <p>Raden är borttagen.</p>
            <QuietButton
              onPress={() => {
                const [field] = group.fields;
                const id = restoreRow(view.code, removed);
                setRemoved(undefined);
                if (field) onFocus(questionStepId({ variable: field.id, item: id }));
              }}
            >
              Ångra
            </QuietButton>
          </div>
        </Notice>
      )}
      {refused && <RefusedAnswer refused={refused} place={place} />}
      <FieldProblem id={`${addId}-saknas`} sentence={problem} />
      <div className="add-row" id={addId}>
        <Button
          kind="secondary"
          onPress={add}
          {...(problem ? { describedBy: `${addId}-saknas` } : {})}
        >
          {group.addLabel.sv}
        </Button>
        <AddRowKeys group={group} />
      </div>
    </section>
  );
}

/** A removed row stays removed in the history; what comes back is a new one with the same answers. */
function restoreRow(caseCode: string, { group, phase, answers }: Item) {
  const id = addRow(caseCode, group, phase);
  for (const [variable, value] of Object.entries(answers)) {
    const address = { variable, item: id };
    saving.change(caseCode, { kind: "answer", address, value, basedOn: 0 });
  }
  return id;
}
