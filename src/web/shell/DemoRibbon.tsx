/** On every page of the demo, and on every sheet that is printed from it. */
export function DemoRibbon() {
  return (
    <aside className="demo-ribbon" aria-label="Demo">
      <strong>Påhittade uppgifter.</strong> <span>Här finns inga riktiga klienter.</span>
    </aside>
  );
}
