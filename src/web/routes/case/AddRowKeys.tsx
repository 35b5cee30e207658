import type { RepeatGroup } from "#codebook";
import { optionKey } from "../../keyboard/question-keys.ts";
import { useShortcuts } from "../../keyboard/shortcuts.ts";

/** What the keys do where a row is added. */
export function AddRowKeys({ group }: { readonly group: RepeatGroup }) {
  const [shortcuts] = useShortcuts();
  const [first] = group.fields;
  const last = first && optionKey(first.options.length - 1);
  return (
    <span className="soft key-hint">
      <kbd>Enter</kbd> lägger till, <kbd>Tab</kbd> går vidare
      {shortcuts && last && (
        <>
          , <kbd>1</kbd>–<kbd>{last.toUpperCase()}</kbd> lägger till och svarar på{" "}
          {first.label.sv.toLowerCase()}
        </>
      )}
    </span>
  );
}
