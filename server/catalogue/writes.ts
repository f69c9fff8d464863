import { insertContentVersions } from "@/db/queries/catalogue";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { courseLibraries } from "./library/reads";
import { canPublishContent } from "./policy";

/**
 * Keeps every version that is served from now on; those of earlier starts stay.
 * Safe to run at every start and by several processes at once.
 *
 * @returns how many versions were new
 */
export async function syncContent(ctx: ServiceContext): Promise<number> {
  authorise(ctx, canPublishContent(ctx.actor));
  const versions = [...courseLibraries().values()].flatMap((library) => [
    {
      hash: library.course.hash,
      kind: "course" as const,
      itemId: library.course.body.file.id,
      body: library.course.body,
    },
    {
      hash: library.selfAssessment.hash,
      kind: "self-assessment" as const,
      itemId: library.course.body.file.id,
      body: library.selfAssessment.body,
    },
    {
      hash: library.exam.hash,
      kind: "exam" as const,
      itemId: library.course.body.file.id,
      body: library.exam.body,
    },
    {
      hash: library.placement.hash,
      kind: "placement" as const,
      itemId: library.course.body.file.id,
      body: library.placement.body,
    },
    ...[...library.lessons].map(([itemId, { hash, body }]) => ({
      hash,
      kind: "lesson" as const,
      itemId,
      body,
    })),
    ...[...library.quizzes].map(([itemId, { hash, body }]) => ({
      hash,
      kind: "quiz" as const,
      itemId,
      body,
    })),
    ...[...library.scenarios].map(([itemId, { hash, body }]) => ({
      hash,
      kind: "scenario" as const,
      itemId,
      body,
    })),
  ]);
  return insertContentVersions(
    ctx.db,
    versions.map((version) => ({ ...version, firstServedAt: ctx.now })),
  );
}
