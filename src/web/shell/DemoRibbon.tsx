type Props = { readonly isPractice: boolean };

/** On every page of the demo, and on every sheet that is printed from it. */
export function DemoRibbon({ isPractice }: Props) {
  return (
    <aside className="demo-ribbon" aria-label={isPractice ? "Övning" : "Demo"}>
      <strong>{isPractice ? "Övning – påhittade uppgifter." : "Påhittade uppgifter."}</strong>{" "}
      <span>Här finns inga riktiga klienter.</span>
    </aside>
  );
}
