import { ASSISTANCE, type Assistance } from "@/db/enums";
import { brusselsDay } from "@/server/kernel/calendar";
import type { EvidenceLine } from "./schema";

/** The less independent of two ways of doing something. */
export function moreHelped(a: Assistance, b: Assistance): Assistance {
  return ASSISTANCE.indexOf(a) >= ASSISTANCE.indexOf(b) ? a : b;
}

const dayOf = (line: EvidenceLine) => brusselsDay(new Date(line.occurredAt));

/**
 * How independent a measured success really was: as measured, unless a trainer noted more help on the same activity
 * and day. The note stands beside the measurement and never replaces it; only the level reads both.
 */
export function effectiveAssistance(measured: EvidenceLine, lines: readonly EvidenceLine[]): Assistance {
  return lines
    .filter(
      (line) =>
        line.source === "trainer" &&
        line.course === measured.course &&
        line.activityId === measured.activityId &&
        dayOf(line) === dayOf(measured),
    )
    .reduce<Assistance>((most, line) => moreHelped(most, line.assistance), measured.assistance);
}

/**
 * The DigComp 3.0 level (0–2 today, of 8) that the lines of one competence prove.
 *
 * - 0 nothing proved: no line, or only "shown by the trainer";
 * - 1 "most simple tasks need guidance": a success with a hint or accompanied, or a check of knowledge passed;
 * - 2 "simple tasks with little or no guidance": simulations passed alone on at least two different days.
 *
 * Levels 3 and above ask for variants and unseen scenarios, which no line records yet.
 * Source: DigComp 3.0 level wording; the rule is ours and published in docs/decisions/0006.
 */
export function levelOf(lines: readonly EvidenceLine[]): number {
  const measured = lines.filter((line) => line.source !== "trainer");
  const proofs = measured.map((line) => ({ line, assistance: effectiveAssistance(line, lines) }));
  const daysAlone = new Set(
    proofs
      .filter(({ line, assistance }) => line.source === "simulation" && assistance === "alone")
      .map(({ line }) => dayOf(line)),
  );
  if (daysAlone.size >= 2) return 2;
  return proofs.some(({ assistance }) => assistance !== "shown") ? 1 : 0;
}
