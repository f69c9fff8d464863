import { shuffled } from "@/server/assessment/drawn/rules";
import type { DrawnSimulation } from "@/server/assessment/drawn/schema";
import { scoreOf } from "@/server/assessment/rules";
import type { SimulationEntry } from "@/server/catalogue/exam/schema";

/** The activity of an exam's questions; its simulations stand beside it. None is part of a lesson. */
export const EXAM_QUESTIONS = "exam/questions";
export const isExamActivity = (activityId: string) => activityId.startsWith("exam/");
export const examRunActivity = (simulation: string) => `exam/${simulation}`;

/** Variants that are the scenario as every lesson plays it. */
const AS_WRITTEN = ["main", "standard"];

/** How a variant is remembered as played. */
export const variantKey = (simulation: string, variant: string) =>
  `${simulation}/${AS_WRITTEN.includes(variant) ? "main" : variant}`;

/**
 * Draws simulations for an exam: those with a variant she has not met come first, then other lessons before a second
 * one of the same; at least one in which somebody else asks for something. Each is played in a variant she has not met
 * where there is one, else in one that is not the lesson's own, else as it is written. Chance decides between equals.
 *
 * @param seen keys (`variantKey`) of what she has played before, in lessons and in exams
 */
export function drawSimulations(
  bank: readonly SimulationEntry[],
  wish: { count: number; requests: readonly string[]; seen: ReadonlySet<string>; seed: string },
): DrawnSimulation[] {
  const mixed = shuffled(bank, wish.seed, ({ simulation }) => simulation);
  const unseen = (entry: SimulationEntry) =>
    entry.variants.filter((variant) => !wish.seen.has(variantKey(entry.simulation, variant)));
  const isFresh = (entry: SimulationEntry) =>
    unseen(entry).some((variant) => variantKey(entry.simulation, variant) !== `${entry.simulation}/main`);
  const byFreshness = [...mixed.filter(isFresh), ...mixed.filter((entry) => !isFresh(entry))];
  const ranked = byFreshness.filter(
    (entry, index) => byFreshness.findIndex(({ lesson }) => lesson === entry.lesson) === index,
  );
  const ordered = [...ranked, ...byFreshness.filter((entry) => !ranked.includes(entry))];
  const request = ordered.find(({ simulation }) => wish.requests.includes(simulation));
  const others = ordered.filter((entry) => entry !== request);
  const drawn = [...(request ? [request] : []), ...others].slice(0, wish.count);
  return shuffled(drawn, `${wish.seed}/order`, ({ simulation }) => simulation).map((entry) => {
    const other = entry.variants.filter((variant) => !AS_WRITTEN.includes(variant));
    const fresh = other.filter((variant) => unseen(entry).includes(variant));
    const [variant = "main"] = shuffled(
      fresh.length > 0 ? fresh : other,
      wish.seed,
      (name) => `${entry.simulation}/${name}`,
    );
    const { lesson, simulation, hash } = entry;
    return { lesson, simulation, hash, variant };
  });
}

/** One finished run of an exam, as its replay showed it. */
export type ExamRun = { score: number; falseAccepts: number | null };

/**
 * The result of an exam: questions and simulations count half each, in whole per cent, rounded down so that 100 means
 * everything. It is passed from the pass mark on, when no request of somebody else was accepted.
 */
export function markExam(
  credits: readonly number[],
  runs: readonly ExamRun[],
  blueprint: { questions: number; simulations: number; passMark: number },
) {
  const questionScore = scoreOf(credits, blueprint.questions);
  const simulationScore = scoreOf(
    runs.map(({ score }) => score / 100),
    blueprint.simulations,
  );
  const score = Math.floor((questionScore + simulationScore) / 2);
  const falseAccepts = runs.reduce((sum, run) => sum + (run.falseAccepts ?? 0), 0);
  return {
    questionScore,
    simulationScore,
    score,
    falseAccepts,
    passed: score >= blueprint.passMark && falseAccepts === 0,
  };
}

/** What decides whether an exam may be taken. */
export type ExamStanding = {
  isOpen: boolean;
  /** Attempts so far, the open one included. */
  taken: number;
  /** Attempts her trainer gave her. */
  granted: number;
  wholeLessons: number;
  lessons: number;
};

/**
 * Whether a learner may take an exam. An open one goes on. Who has done the published lessons has the attempts of the
 * blueprint; a trainer may give one at any time, before the lessons are done as well. Passing ends nothing: who likes
 * may take it again.
 */
export function examStateOf(standing: ExamStanding, attempts: number): "closed" | "used" | "ready" | "open" {
  if (standing.isOpen) return "open";
  const isDone = standing.lessons > 0 && standing.wholeLessons === standing.lessons;
  const allowed = (isDone ? attempts : 0) + standing.granted;
  if (standing.taken < allowed) return "ready";
  return isDone || standing.granted > 0 ? "used" : "closed";
}
