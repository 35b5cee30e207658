/** The key that does the same, for those who see it; it is told in «Hjälp» and never read aloud here. */
export function KeyHint({ children }: { readonly children: string }) {
  return (
    <span className="key" aria-hidden="true">
      {children}
    </span>
  );
}
