import type { Provenance } from "#codebook";

/** How sure we are that the owner of the list wrote it so, and what that rests on. */
export function ProvenanceLine({ provenance }: { readonly provenance: Provenance }) {
  const { status, note } = provenance;
  return (
    <p className="provenance soft">
      <span className="mark">{status === "published" ? "publicerad" : "rekonstruerad"}</span>{" "}
      {note?.sv}
    </p>
  );
}
