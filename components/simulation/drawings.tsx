import type { ReactNode } from "react";
import { Drawing, type DrawingProps } from "@/components/ui/drawings/drawing";
import type { Drawing as DrawingName } from "@/server/catalogue/scenario-drawings/schema";
import { APP_SHAPES } from "./shapes/app-shapes";
import { PICTURE_SHAPES } from "./shapes/picture-shapes";
import { THING_SHAPES } from "./shapes/thing-shapes";

/** Our own drawings, one for each name of the scenario vocabulary. */
const SHAPES: Record<DrawingName, ReactNode> = { ...PICTURE_SHAPES, ...APP_SHAPES, ...THING_SHAPES };

/** One drawing of the scenarios by its name. Give `title` only where no words beside it say the same. */
export function SimulationDrawing({ name, ...props }: DrawingProps & { name: DrawingName }) {
  return <Drawing {...props}>{SHAPES[name]}</Drawing>;
}
