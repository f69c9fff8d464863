"use client";

import type { ReactNode } from "react";
import { ReadingKeeper } from "@/components/identity/reading-keeper";
import { HomeIcon } from "@/components/ui/icons";
import type { Locale } from "@/db/enums";
import { useCourseState } from "./course-state";

/** On prerendered pages: the way to the person's own room once it is known who she is; until then the way in. */
export function AccountLink({
  course,
  locale,
  label,
  children,
}: {
  course: string;
  locale: Locale;
  /** "Mon accueil" */
  label: string;
  /** The link to sign in, for visitors. */
  children: ReactNode;
}) {
  const { person } = useCourseState(course).state;
  if (!person) return children;
  return (
    <>
      <ReadingKeeper wishes={person.reading} />
      <a href={`/${locale}${person.room}`} className="door-link max-sm:flex-col max-sm:border-0">
        <HomeIcon className="size-[1.3em]" />
        {label}
        <span className="sr-only"> – {person.firstName}</span>
      </a>
    </>
  );
}
