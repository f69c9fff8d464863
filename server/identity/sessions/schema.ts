import { z } from "zod";
import { SIGN_IN_MEANS } from "@/db/enums";
import { DEVICE_FAMILIES } from "./rules";

/** What a right credential grants: one session for this person on this device. */
export const sessionGrant = z.object({
  personId: z.uuid(),
  means: z.enum(SIGN_IN_MEANS),
  accessCardId: z.uuid().nullable(),
  device: z.enum(DEVICE_FAMILIES),
  /** Token of the session this browser had before: it ends. */
  replaces: z.string().nullable(),
});
export type SessionGrant = z.infer<typeof sessionGrant>;

export const sessionLine = z.object({
  id: z.string(),
  device: z.enum(DEVICE_FAMILIES),
  since: z.iso.datetime(),
  lastSeen: z.iso.datetime(),
  /** The session that asks. */
  isThisOne: z.boolean(),
});
export const listSessionsOutput = z.array(sessionLine);
export type SessionLine = z.infer<typeof sessionLine>;

export const endSessionInput = z.object({ sessionId: z.uuid() });
export const endSessionOutput = z.object({ outcome: z.literal("ended") });
export const endOtherSessionsOutput = z.object({ ended: z.number().int() });
