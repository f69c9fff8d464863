import type { Answer, PublicQuestion } from "@/server/catalogue/question/schema";
import type { QuizLabels } from "./labels";

/** What the controls of any kind of question get. */
export type FieldsProps = {
  question: PublicQuestion;
  labels: QuizLabels;
  /** What is filled in so far; null before the first touch. */
  answer: Answer | null;
  onChange: (answer: Answer) => void;
  error: string | null;
  disabled: boolean;
};
