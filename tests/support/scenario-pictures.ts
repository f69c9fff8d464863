import type { Scenario } from "@/server/catalogue/scenario/schema";
import { coverScenario } from "@/server/simulation/cover/rules";
import { compileScenario } from "@/server/simulation/engine/compile";
import { momentAddress } from "@/server/simulation/moments/rules";
import { variantsOf, walkScenario } from "@/server/simulation/walk/rules";

/**
 * A moment to look at: its address, what is new in it, and whether that is more than other words in a place that was
 * seen before (a feedback, a hint, a caption).
 */
export type Picture = { address: string; shows: string[]; isNewPlace: boolean };

const WORDS_ONLY = /^(?:mistake|tip|expired|withheld|caption|steps\.)/;

/** A few moments in which everything a scenario can show is seen. */
export function picturesOf(scenario: Scenario): Picture[] {
  const compiled = compileScenario(scenario);
  const walks = variantsOf(scenario).map((variant) => {
    const walked = walkScenario(compiled, variant);
    if (!walked.ok) throw new Error(`${scenario.id} has too many situations: see tests/unit/simulation`);
    return walked.walk;
  });
  return coverScenario(compiled, walks).map(({ moment, shows }) => ({
    address: momentAddress(moment),
    shows,
    isNewPlace: shows.some((name) => !WORDS_ONLY.test(name)),
  }));
}
