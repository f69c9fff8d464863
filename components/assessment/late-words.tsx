"use client";

import { type ReactNode, useEffect, useState } from "react";
import { watchOutbox } from "@/components/learning/outbox";

const PATIENCE_MS = 4000;

/** Shows its words when the answer cannot arrive now, or has let itself be waited for: not while it is on its way. */
export function LateWords({ children }: { children: ReactNode }) {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), navigator.onLine ? PATIENCE_MS : 0);
    const stopWatching = watchOutbox((state) => {
      if (state === "offline" || state === "signed-out") setIsLate(true);
    });
    return () => {
      clearTimeout(timer);
      stopWatching();
    };
  }, []);
  return isLate ? children : null;
}
