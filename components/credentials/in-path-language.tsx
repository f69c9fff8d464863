"use client";

import { useParams } from "next/navigation";
import type { ReactNode } from "react";

/**
 * Of one text in every language, the one of the address. For a "not found" page: it is made before its layout knows
 * the language, and gets no parameters of its own.
 */
export function InPathLanguage({ versions }: { versions: Record<string, ReactNode> }) {
  const { locale } = useParams<{ locale?: string }>();
  return versions[locale ?? ""] ?? versions.fr;
}
