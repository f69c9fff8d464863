"use client";

import { type ReactNode, useEffect, useState } from "react";

const PATIENCE_MS = 4000;

/** Shows its words when there is no network, or an answer has let itself be waited for: not while it is on its way. */
export function LateWords({ children }: { children: ReactNode }) {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const say = () => setIsLate(true);
    const timer = setTimeout(say, navigator.onLine ? PATIENCE_MS : 0);
    window.addEventListener("offline", say);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("offline", say);
    };
  }, []);
  return isLate ? children : null;
}
