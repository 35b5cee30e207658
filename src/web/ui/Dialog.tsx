import { type ReactNode, useEffect, useId, useRef } from "react";
import { QuietButton } from "./QuietButton.tsx";
import "./dialog.css";

const firstControl = "form :is(input, select, textarea):enabled";

type Props = {
  readonly title: string;
  readonly children: ReactNode;
  /** Absent: the dialog stays until what it asks for is done. */
  readonly onClose?: () => void;
};

/** The browser's own modal dialog: it keeps focus inside and gives it back afterwards. */
export function Dialog({ title, children, onClose }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    // The browser would begin at «Stäng»; what asks for something begins at what it asks for.
    dialog?.querySelector<HTMLElement>(firstControl)?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={element}
      className="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="dialog-body">
        <header>
          <h2 id={titleId}>{title}</h2>
          {onClose && <QuietButton onPress={onClose}>Stäng</QuietButton>}
        </header>
        {children}
      </div>
    </dialog>
  );
}
