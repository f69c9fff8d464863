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
      <a
        href={`/${locale}${person.room}`}
        className="inline-flex min-h-12 items-center gap-2 rounded-md border-2 border-accent px-4 font-bold no-underline hover:bg-accent-soft max-sm:max-w-[6.5rem] max-sm:flex-col max-sm:gap-0 max-sm:border-0 max-sm:px-1 max-sm:text-center max-sm:text-[min(0.875rem,5vw)] max-sm:leading-tight"
      >
        <HomeIcon className="size-[1.3em]" />
        {label}
        <span className="sr-only"> – {person.firstName}</span>
      </a>
    </>
  );
}
