import type { Assistance } from "@/db/enums";
import type { Activity } from "@/server/catalogue/schema";
import { brusselsDay } from "@/server/kernel/calendar";
import { effectiveAssistance, levelOf, moreHelped } from "@/server/passport/rules";
import type { EvidenceLine } from "@/server/passport/schema";
import type { CertificateSnapshot, PrintedCompetence } from "./schema";

/** Digits and letters without I, L, O and U, so that every reading mistake can be undone (Crockford's base 32). */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH = 12;
const GROUP = 4;

const grouped = (signs: string) => signs.match(new RegExp(`.{${GROUP}}`, "g"))?.join("-") ?? "";

/** A fresh code, "7H4K-M2XP-9TRB": 60 random bits, `integer(below)` giving strong random integers. */
export function newCode(integer: (below: number) => number): string {
  return grouped(Array.from({ length: CODE_LENGTH }, () => SIGNS[integer(SIGNS.length)]).join(""));
}

/**
 * A typed or scanned code as it is stored; null for what no code of ours looks like. Case, spaces and dashes do not
 * matter, O is read as 0, I and L as 1, and a whole address ending in the code will do.
 */
export function normaliseCode(typed: string): string | null {
  const last = typed.trim().split("/").at(-1) ?? "";
  const signs = last
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const isCode = signs.length === CODE_LENGTH && [...signs].every((sign) => SIGNS.includes(sign));
  return isCode ? grouped(signs) : null;
}

/** JSON with sorted keys and no spaces: the bytes of a snapshot that are hashed. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`).join(",")}}`;
}

/**
 * Whether a new paper would say the same as the old one. Code and day of issue always differ; hours of practice only
 * grow, and would make a new paper of every visit.
 */
export function saysTheSame(one: CertificateSnapshot, other: CertificateSnapshot): boolean {
  const content = ({ code: _code, issuedOn: _day, practiceHours: _hours, ...rest }: CertificateSnapshot) =>
    rest;
  return canonicalJson(content(one)) === canonicalJson(content(other));
}

/** Active seconds as hours on paper: to the nearest half, and at least a half for whoever did anything. */
export function practiceHours(activeSeconds: number): number {
  return activeSeconds > 0 ? Math.max(0.5, Math.round(activeSeconds / 1800) / 2) : 0;
}

/** The band of a level inside a sentence: "de base", "grundlegend". */
export function inSentence(band: string): string {
  return band.charAt(0).toLowerCase() + band.slice(1);
}

export type LearnersWork = {
  activities: readonly Activity[];
  progress: readonly { activityId: string; completedAt: Date | null }[];
  /** Every evidence line of the learner in this course. */
  proofs: readonly EvidenceLine[];
};

type Missing = { activity: Activity; reason: "not-started" | "not-finished" | "only-shown" };

/**
 * What a learner still has to do for the certificate of a course: every published activity achieved, and one
 * competence at level 1 or above.
 *
 * Reading is achieved when every step was read. A check or a simulation needs both its completion and the proof that
 * only a passed one leaves behind; a demonstration ("shown") proves nothing. Time plays no part.
 */
export function findMissing(work: LearnersWork): { missing: Missing[]; lacksCompetence: boolean } {
  const places = new Map(work.progress.map((place) => [place.activityId, place]));
  const missing = work.activities.flatMap((activity): Missing[] => {
    const place = places.get(activity.id);
    const isCompleted = place !== undefined && place.completedAt !== null;
    if (activity.kind === "steps") {
      if (isCompleted) return [];
    } else {
      const own = work.proofs.filter((line) => line.activityId === activity.id);
      const isProved = own.some((line) => line.source === activity.kind && line.assistance !== "shown");
      if (isCompleted && isProved) return [];
      if (!isProved && own.some((line) => line.assistance === "shown"))
        return [{ activity, reason: "only-shown" }];
    }
    return [{ activity, reason: place ? "not-finished" : "not-started" }];
  });
  return { missing, lacksCompetence: provedCompetences(work.proofs).length === 0 };
}

/**
 * The competences that lines of evidence prove, by code: level by the published rule, the most independent way it was
 * done, and the day of the last proof.
 */
export function provedCompetences(
  lines: readonly EvidenceLine[],
): Pick<PrintedCompetence, "code" | "level" | "assistance" | "provedOn">[] {
  const codes = [...new Set(lines.map((line) => line.competence))].sort((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
  return codes.flatMap((code) => {
    const own = lines.filter((line) => line.competence === code);
    const level = levelOf(own);
    const ways = own
      .filter((line) => line.source !== "trainer")
      .map((line) => ({ how: effectiveAssistance(line, own), at: line.occurredAt }))
      .filter((way): way is { how: Exclude<Assistance, "shown">; at: string } => way.how !== "shown");
    const [first, ...others] = ways;
    if (level === 0 || !first) return [];
    const assistance = others.reduce(
      (best, way) => (moreHelped(best, way.how) === best ? way.how : best),
      first.how,
    );
    const last = ways.reduce((latest, way) => (way.at > latest ? way.at : latest), first.at);
    return [{ code, level, assistance, provedOn: brusselsDay(new Date(last)) }];
  });
}
