"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/components/providers/trpc-client";
import type { DraftSheet, DraftStudy } from "@/server/simulation/workbench/schema";

const ASK_MS = 700;

export type DraftPlace = { course: string; simulation: string };

export type Draft = {
  sheet: DraftSheet;
  /** Of the last version that was walked; while a newer one is walked, `isStudying`. */
  study: DraftStudy | null;
  isStudying: boolean;
  /** The last version could not be walked at all. */
  isStuck: boolean;
  /** The program does not answer. */
  isAway: boolean;
  readAt: Date | null;
};

/** A draft that follows its files: asks again and again whether one was saved, then reads it and has it walked. */
export function useDraft({ course, simulation }: DraftPlace, first: DraftSheet): Draft {
  const [sheet, setSheet] = useState(first);
  const [study, setStudy] = useState<DraftStudy | null>(null);
  const [isStudying, setIsStudying] = useState(true);
  const [isStuck, setIsStuck] = useState(false);
  const [isAway, setIsAway] = useState(false);
  const [readAt, setReadAt] = useState<Date | null>(null);

  useEffect(() => {
    let isOver = false;
    let known = first.stamp;
    let timer = setTimeout(ask, ASK_MS);
    async function ask() {
      try {
        const { stamp } = await trpc.simulation.getDraftStamp.query({ course, simulation });
        if (stamp !== known) {
          const next = await trpc.simulation.getDraftSheet.query({ course, simulation });
          known = next.stamp;
          if (!isOver) setSheet(next);
        }
        if (!isOver) setIsAway(false);
      } catch {
        if (!isOver) setIsAway(true);
      }
      if (!isOver) timer = setTimeout(ask, ASK_MS);
    }
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [course, simulation, first.stamp]);

  useEffect(() => {
    let isOver = false;
    setReadAt(new Date());
    if (!sheet.body) {
      setIsStudying(false);
      return;
    }
    setIsStudying(true);
    trpc.simulation.getDraftStudy
      .query({ course, simulation })
      .then((next) => {
        if (isOver) return;
        setStudy(next);
        setIsStuck(false);
      })
      .catch(() => !isOver && setIsStuck(true))
      .finally(() => !isOver && setIsStudying(false));
    return () => {
      isOver = true;
    };
  }, [course, simulation, sheet]);

  return { sheet, study, isStudying, isStuck, isAway, readAt };
}
