import type { CaseCircle } from "#server";
import { AssignDialog } from "./AssignDialog.tsx";
import type { Act } from "./facts.ts";
import type { LifeDialogProps } from "./LifeDialog.tsx";
import { PreviousDialog } from "./PreviousDialog.tsx";
import { ReadersDialog, UnrestrictDialog } from "./ReadersDialog.tsx";
import { ServedDialog } from "./ServedDialog.tsx";
import { ShareDialog, UnshareDialog } from "./ShareDialog.tsx";
import { TransferDialog } from "./TransferDialog.tsx";
import { RestoreDialog, VoidDialog } from "./VoidDialog.tsx";

type Props = LifeDialogProps & { readonly act: Act; readonly circle: CaseCircle };

/** The dialog of one thing to do. */
export function ActDialog({ act, circle, ...ends }: Props) {
  switch (act) {
    case "assign":
      return <AssignDialog circle={circle} {...ends} />;
    case "share":
      return <ShareDialog circle={circle} {...ends} />;
    case "unshare":
      return <UnshareDialog {...ends} />;
    case "transfer":
      return <TransferDialog circle={circle} {...ends} />;
    case "serve":
      return <ServedDialog circle={circle} {...ends} />;
    case "previous":
      return <PreviousDialog {...ends} />;
    case "restrict":
      return <ReadersDialog circle={circle} {...ends} />;
    case "unrestrict":
      return <UnrestrictDialog circle={circle} {...ends} />;
    case "void":
      return <VoidDialog {...ends} />;
    case "restore":
      return <RestoreDialog {...ends} />;
  }
}
