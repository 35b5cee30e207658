import { useDeliver } from "./deliver-context.ts";

/** What to do with a package that lies among the downloads. */
export function FileTaken({ name }: { readonly name: string }) {
  const { receiver } = useDeliver().round;
  return (
    <>
      <p>
        <strong className="deliver-file">{name}</strong> ligger bland det som du har laddat ner.
      </p>
      <ol className="deliver-todo">
        <li>Lämna filen till {receiver.name}: på ett minne, eller som mottagaren vill ha den.</li>
        <li>Öppna den inte. Den är låst, och bara mottagaren kan öppna den.</li>
        <li>Ta bort den hos er när mottagaren har sagt att den är framme.</li>
      </ol>
    </>
  );
}
