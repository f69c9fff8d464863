import { exportQuestionBank } from "@/server/catalogue/question-bank/reads";
import { questionBankInput } from "@/server/catalogue/question-bank/schema";
import { fileResponse, withContext } from "@/server/http/with-context";

const FILES = {
  gift: { name: "gift.txt", type: "text/plain; charset=utf-8" },
  "moodle-xml": { name: "moodle.xml", type: "application/xml" },
} as const;

/** The questions of a course with their keys, for staff who use them on another platform. */
export const GET = withContext(questionBankInput, async (ctx, input) => {
  const text = await exportQuestionBank(ctx, input);
  const { name, type } = FILES[input.format];
  const bytes = (async function* () {
    yield new TextEncoder().encode(text);
  })();
  return fileResponse(bytes, `digiskipass-${input.course}-${input.locale}-${name}`, type);
});
