import { z } from "zod";
import { LOCALES } from "@/db/enums";
import { slug } from "@/server/catalogue/question/schema";

export const QUESTION_BANK_FORMATS = ["gift", "moodle-xml"] as const;

/** A course's questions as a file for another platform, in one language. */
export const questionBankInput = z.object({
  course: slug,
  locale: z.enum(LOCALES),
  format: z.enum(QUESTION_BANK_FORMATS),
});
