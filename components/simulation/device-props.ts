import type { ViewDevice } from "@/server/simulation/engine/view";
import type { ScreenTools } from "./screen-element";

/** What each device needs to draw itself. */
export type DeviceProps = { player: string; device: ViewDevice; tools: ScreenTools };
