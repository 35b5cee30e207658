import { redirect } from "react-router";

/** `/figurer?enhet=` → `/resultat?enhet=` */
export function fromOldFigures({ request }: { readonly request: Request }): Response {
  return redirect(`/resultat${new URL(request.url).search}`);
}
