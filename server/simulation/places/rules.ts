import type { RunState } from "../engine/types";

/** The screen a person looks at: of the device that last asked for it, or of the first one. */
export function lookedAt({ position }: Pick<RunState, "position">): { device: string; screen: string } {
  const { story: _story, ...screens } = position.value;
  const device = position.story.attention ?? Object.keys(screens)[0] ?? "";
  return { device, screen: screens[device] ?? "" };
}

/** What a chart calls one state: the step, and the screen a person looks at. Values and messages do not part them. */
export function placeOf(state: Pick<RunState, "step" | "position">): string {
  const { screen } = lookedAt(state);
  return `${state.step.id}/${screen}${state.position.value.story === "ended" ? "/end" : ""}`;
}
