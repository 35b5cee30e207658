import { Shapes } from "../ui/Shapes.tsx";
import "./shell.css";

/** While the very first page is on its way. */
export function Loading() {
  return (
    <main className="page">
      <Shapes />
    </main>
  );
}
