import type { Locale } from "@/db/enums";
import type { AttemptRow } from "@/db/queries/assessment";
import type { GradableQuestion, PublicQuestion, QuestionText } from "@/server/catalogue/question/schema";
import { getContentVersion } from "@/server/catalogue/reads";
import { showQuestion } from "@/server/catalogue/rules";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { found } from "@/server/kernel/errors";
import { canAnswer } from "../policy";
import { type Draw, type DrawnQuestion, draw } from "./schema";

/** What an attempt drew. Checked when it was written. */
export const drawOf = (attempt: AttemptRow): Draw => draw.parse(attempt.drawn);

type Asked = { drawn: DrawnQuestion; question: GradableQuestion; text: QuestionText };

/** The drawn questions of an attempt with their keys, in the versions they were drawn from. No procedure returns it. */
export async function listDrawnQuestions(
  ctx: ServiceContext,
  attempt: AttemptRow,
  locale: Locale,
): Promise<Asked[]> {
  authorise(ctx, canAnswer(ctx.actor, attempt));
  return Promise.all(
    drawOf(attempt).questions.map(async (drawn) => {
      const quiz = await getContentVersion(ctx, { kind: "quiz", hash: drawn.hash });
      const question = found(quiz.file.questions.find(({ id }) => id === drawn.id));
      return { drawn, question, text: found(quiz.texts[locale][drawn.id]) };
    }),
  );
}

/** A drawn question as it is shown: without its key, and without the hint of its lesson. */
export const showDrawn = ({ question, text }: Asked): PublicQuestion => ({
  ...showQuestion(question, text),
  hint: null,
});
