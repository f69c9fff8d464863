import type { z } from "zod";
import { courseLibraries } from "@/server/catalogue/library/reads";
import { canExportQuestionBank } from "@/server/catalogue/policy";
import { giftFile } from "@/server/catalogue/question-bank-gift/rules";
import { moodleFile } from "@/server/catalogue/question-bank-moodle/rules";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { found } from "@/server/kernel/errors";
import type { BankQuestion } from "./rules";
import type { questionBankInput } from "./schema";

/** Every published question of a course with its key, as a file for another platform. For staff: it holds the answers. */
export async function exportQuestionBank(
  ctx: ServiceContext,
  { course, locale, format }: z.infer<typeof questionBankInput>,
): Promise<string> {
  authorise(ctx, canExportQuestionBank(ctx.actor));
  const library = found(courseLibraries().get(course));
  const bank = [...library.quizzes.values()].flatMap(({ body }) =>
    body.file.questions.map(
      (question): BankQuestion => ({
        lesson: body.file.id,
        question,
        text: found(body.texts[locale][question.id]),
      }),
    ),
  );
  return format === "gift" ? giftFile(course, bank) : moodleFile(course, bank);
}
