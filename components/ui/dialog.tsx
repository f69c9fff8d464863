"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { type ButtonTone, buttonClassName } from "./button-class-name";
import { CloseIcon } from "./icons";

type DialogProps = {
  /** What the opening button says; leave out when `open` is controlled. */
  trigger?: ReactNode;
  triggerTone?: ButtonTone;
  title: ReactNode;
  description?: ReactNode;
  /** The word of the closing button ("Fermer"). */
  closeLabel: string;
  children?: ReactNode;
  /** Buttons at the bottom. */
  actions?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** A question or a form over the page: focus stays inside, Escape closes. For staff pages; learners get a page. */
export function Dialog({
  trigger,
  triggerTone = "secondary",
  title,
  description,
  closeLabel,
  children,
  actions,
  open,
  onOpenChange,
}: DialogProps) {
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? (
        <BaseDialog.Trigger className={buttonClassName({ tone: triggerTone })}>{trigger}</BaseDialog.Trigger>
      ) : null}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-sunken/80" />
        <BaseDialog.Viewport className="fixed inset-0 z-50 grid place-items-center overflow-y-auto p-4">
          <BaseDialog.Popup className="w-full max-w-2xl rounded-lg border-2 border-border bg-raised p-5 text-ink shadow-lifted outline-none sm:p-8">
            <div className="flex items-start justify-between gap-4">
              <BaseDialog.Title className="text-2xl">{title}</BaseDialog.Title>
              <BaseDialog.Close className="inline-flex min-h-12 min-w-12 shrink-0 items-center justify-center gap-2 rounded-md border-2 border-border px-3 font-bold hover:bg-accent-soft">
                <CloseIcon />
                <span className="max-sm:sr-only">{closeLabel}</span>
              </BaseDialog.Close>
            </div>
            {description ? (
              <BaseDialog.Description className="mt-2 text-ink-soft">{description}</BaseDialog.Description>
            ) : null}
            {children ? <div className="mt-5">{children}</div> : null}
            {actions ? <div className="mt-7 flex flex-wrap gap-3">{actions}</div> : null}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
