import "./shape.css";

/** Stands in for a page that is on its way; seen only after 300 ms. */
export function Shapes() {
  return (
    <div className="shapes" role="status" aria-label="Sidan laddas">
      <span />
      <span />
      <span />
      <span />
      <span />
    </div>
  );
}
