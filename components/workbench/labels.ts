import type messages from "@/content/messages/fr/workbench.json";

/** The words of the workbench, ready for a browser. */
export type WorkbenchLabels = (typeof messages)["bench"];
