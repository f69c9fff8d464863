import { frameworkView } from "@/server/catalogue/framework/schema";
import { getCourse, getFramework, getLesson, getQuiz } from "@/server/catalogue/reads";
import {
  courseInput,
  courseView,
  lessonInput,
  lessonView,
  localeInput,
  quizView,
} from "@/server/catalogue/schema";
import { procedure, router } from "../procedures";

export const catalogueRouter = router({
  getCourse: procedure
    .input(courseInput)
    .output(courseView)
    .query(({ ctx, input }) => getCourse(ctx, input)),
  getLesson: procedure
    .input(lessonInput)
    .output(lessonView)
    .query(({ ctx, input }) => getLesson(ctx, input)),
  getQuiz: procedure
    .input(lessonInput)
    .output(quizView)
    .query(({ ctx, input }) => getQuiz(ctx, input)),
  getFramework: procedure
    .input(localeInput)
    .output(frameworkView)
    .query(({ ctx, input }) => getFramework(ctx, input)),
});
