"use client";

import { useSyncExternalStore } from "react";
import { CheckCircleIcon, CloseIcon } from "./icons";

type Toast = { text: string; action?: { label: string; run: () => void } };

let current: Toast | null = null;
const listeners = new Set<() => void>();

/** Shows one short message at the bottom, with an undo when there is one. It stays until closed or replaced. */
export function showToast(toast: Toast | null): void {
  current = toast;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The place where `showToast` speaks. Once per page, in the shell of the staff rooms. */
export function Toaster({ closeLabel }: { closeLabel: string }) {
  const toast = useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  );
  return (
    <div
      role="status"
      aria-live="polite"
      className="no-print fixed inset-x-4 bottom-4 z-50 mx-auto max-w-2xl"
    >
      {toast ? (
        <div className="flex flex-wrap items-center gap-3 rounded-md border-2 border-success bg-raised p-3 pl-5 shadow-lifted">
          <CheckCircleIcon className="size-[1.4em] text-success" />
          <p className="min-w-0 flex-[1_1_10rem] font-bold">{toast.text}</p>
          {toast.action ? (
            <button
              type="button"
              className="min-h-12 rounded-md px-4 font-bold text-accent underline"
              onClick={() => {
                toast.action?.run();
                showToast(null);
              }}
            >
              {toast.action.label}
            </button>
          ) : null}
          <button
            type="button"
            className="inline-flex min-h-12 min-w-12 items-center justify-center rounded-md hover:bg-accent-soft"
            onClick={() => showToast(null)}
          >
            <CloseIcon />
            <span className="sr-only">{closeLabel}</span>
          </button>
        </div>
      ) : null}
    </div>
  );
}
