import { randomUUID } from "node:crypto";
import type { Connection } from "@/db/client";
import type { Locale } from "@/db/enums";
import { insertSurprise, upsertSurpriseSchedule } from "@/db/queries/surprises";
import { courseLibraries } from "@/server/catalogue/library/reads";
import type { ScenarioBody } from "@/server/catalogue/scenario/reads";
import { COURSE, LESSON } from "./lessons";

/** A surprise of the course as served now. */
export function surpriseNow(id = "surprise-shop"): { hash: string; body: ScenarioBody } {
  const item = courseLibraries().get(COURSE)?.scenarios.get(id);
  if (!item) throw new Error(`no surprise ${id}`);
  return item;
}

export const surpriseIds = () => courseLibraries().get(COURSE)?.course.body.file.surprises ?? [];

/** A text of a surprise, as a page shows it. */
export const surpriseWords = (id: string, locale: Locale, key: string) =>
  surpriseNow(id).body.texts[locale][key] ?? "";

/** One that was shown to her, as taking it leaves it behind; the next one is a week away. */
export async function showSurprise(
  db: Connection,
  { personId, organisationId, now }: { personId: string; organisationId: string; now: Date },
  scenario = "surprise-shop",
): Promise<string> {
  const id = randomUUID();
  const place = { personId, organisationId, course: COURSE };
  const isNew = await insertSurprise(db, {
    ...place,
    id,
    number: 1,
    scenario,
    contentHash: surpriseNow(scenario).hash,
    lesson: LESSON,
    shownAt: now,
  });
  if (!isNew) throw new Error("there was one already");
  await upsertSurpriseSchedule(db, place, { dueAt: new Date(now.getTime() + 7 * 86_400_000) });
  return id;
}
