import { useLoaderData } from "react-router";
import type { Codebook } from "#codebook";
import type { CaseView } from "#server";
import { findCodebook } from "../../api/codebooks.ts";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { pendingSheet } from "../../saving/pending-sheet.ts";
import { saving, useSaveQueue } from "../../saving/use-saving.ts";
import { hasRole } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { CaseDesk } from "./CaseDesk.tsx";
import { CaseGuidance } from "./CaseGuidance.tsx";
import { OpenCaseContext } from "./case-context.ts";
import { ReasonNeeded } from "./ReasonNeeded.tsx";
import { useLostCase } from "./use-lost-case.ts";
import "./case.css";

type Loaded =
  | { readonly kind: "case"; readonly view: CaseView; readonly codebook: Codebook }
  | { readonly kind: "reason-needed"; readonly code: string };

type Arguments = { readonly request: Request; readonly params: { readonly code?: string } };

export async function loadCase({ request, params }: Arguments): Promise<Loaded> {
  const code = params.code ?? "";
  const reply = await get<CaseView>(`/api/cases/${encodeURIComponent(code)}`, request.signal);
  const asksForReason =
    reply.kind === "refused" &&
    reply.refusal.problems.some((problem) => problem.code === "case-reason-needed");
  if (asksForReason) return { kind: "reason-needed", code };
  const view = loaded(reply, request);
  const codebook = loaded(await findCodebook(view.codebook), request);
  saving.opened(view);
  return { kind: "case", view, codebook };
}

export function CasePage() {
  const found = useLoaderData<Loaded>();
  const session = useSession();
  const queue = useSaveQueue();
  useLostCase(queue, found.kind === "case" ? found.view.code : found.code);
  if (found.kind === "reason-needed") return <ReasonNeeded code={found.code} />;

  const { code } = found.view;
  const view = queue.cases[code] ?? found.view;
  const sheet = pendingSheet(queue, code) ?? view.sheet;
  const mayWrite = hasRole(session, "caseWorker") && view.voided === null;
  return (
    <OpenCaseContext value={{ view, codebook: found.codebook, sheet, queue, mayWrite }}>
      <CaseGuidance>
        <CaseDesk key={code} />
      </CaseGuidance>
    </OpenCaseContext>
  );
}
