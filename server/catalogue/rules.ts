import type { GradableQuestion, PublicQuestion, QuestionText } from "./question/schema";
import type {
  Activity,
  Block,
  CourseFile,
  CourseText,
  LessonFile,
  LessonText,
  LessonView,
  ShownBlock,
  Span,
} from "./schema";

const MARK = /\*\*(.+?)\*\*|\[\[([a-z0-9-]+)\|(.+?)\]\]/g;

/** Splits a paragraph into spans: `**strong**`, `[[term|words]]` and plain text between them. */
export function parseSpans(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const mark of text.matchAll(MARK)) {
    if (mark.index > from) spans.push({ text: text.slice(from, mark.index), strong: false, term: null });
    const [whole, strong, term, words] = mark;
    spans.push({ text: strong ?? words ?? "", strong: strong !== undefined, term: term ?? null });
    from = mark.index + whole.length;
  }
  if (from < text.length) spans.push({ text: text.slice(from), strong: false, term: null });
  return spans;
}

/** The glossary terms a list of blocks links to, in order of appearance, each once. */
export function linkedTerms(blocks: readonly ShownBlock[]): string[] {
  const lines = blocks.flatMap((shown) => ("items" in shown ? shown.items : [shown.spans]));
  return [...new Set(lines.flat().flatMap((part) => (part.term ? [part.term] : [])))];
}

function showBlock(source: Block, facts: CourseFile["facts"]): ShownBlock {
  if ("list" in source) return { kind: "list", items: source.list.map(parseSpans) };
  if ("numbered" in source) return { kind: "numbered", items: source.numbered.map(parseSpans) };
  if ("tip" in source) return { kind: "tip", spans: parseSpans(source.tip) };
  if ("warning" in source) return { kind: "warning", spans: parseSpans(source.warning) };
  if ("fact" in source) {
    const fact = facts.find((known) => known.id === source.fact);
    if (!fact) throw new Error(`no fact "${source.fact}" in course.yaml`);
    const spans = parseSpans(source.text.replaceAll("{value}", fact.value));
    return { kind: "fact", spans, verifiedOn: fact.verifiedOn, source: fact.source };
  }
  return { kind: "text", spans: parseSpans(source.text) };
}

/** What there is to do in a lesson, in teaching order: read, practise, check. */
export function activitiesOf(lesson: LessonFile, questionCount: number): Activity[] {
  const common = { lesson: lesson.id, simulation: null };
  return [
    { ...common, id: `${lesson.id}/steps`, kind: "steps", stepCount: lesson.steps.length },
    ...lesson.simulations.map(
      (simulation): Activity => ({
        id: `${lesson.id}/${simulation}`,
        lesson: lesson.id,
        kind: "simulation",
        stepCount: 1,
        simulation,
      }),
    ),
    { ...common, id: `${lesson.id}/check`, kind: "quiz", stepCount: questionCount },
  ];
}

/** A lesson in one language. Throws when the texts do not fit the structure; the content tests see to that first. */
export function showLesson(source: {
  course: CourseFile;
  courseText: CourseText;
  lesson: LessonFile;
  text: LessonText;
  contentHash: string;
  activities: Activity[];
}): LessonView {
  const { course, courseText, lesson, text } = source;
  const module = course.modules.find((candidate) => candidate.lessons.includes(lesson.id));
  return {
    course: course.id,
    id: lesson.id,
    moduleTitle: courseText.modules[module?.id ?? ""]?.title ?? "",
    contentHash: source.contentHash,
    minutes: lesson.minutes,
    competences: lesson.competences,
    title: text.title,
    summary: text.summary,
    objectives: text.objectives,
    steps: lesson.steps.map((step) => {
      const words = text.steps[step.id];
      if (!words) throw new Error(`lesson ${lesson.id}: no text for step "${step.id}"`);
      const blocks = words.blocks.map((part) => showBlock(part, course.facts));
      return {
        id: step.id,
        title: words.title,
        drawing: step.drawing ? { id: step.drawing, alt: words.drawing ?? "" } : null,
        blocks,
        terms: linkedTerms(blocks).flatMap((id) => {
          const term = courseText.glossary[id];
          return term ? [{ id, ...term }] : [];
        }),
      };
    }),
    remember: text.remember,
    withoutSmartphone: text.withoutSmartphone,
    activities: source.activities,
  };
}

/** What the choices of a question go with: the right side of pairs, the groups of a sorting. */
function partnersOf(question: GradableQuestion): string[] {
  if (question.kind === "match") return question.right;
  return question.kind === "sort" ? question.groups : [];
}

/** A question without its key, in one language. */
export function showQuestion(question: GradableQuestion, text: QuestionText): PublicQuestion {
  const choiceIds =
    question.kind === "match"
      ? question.left
      : question.kind === "true-false"
        ? ["true", "false"]
        : question.kind === "fill-in"
          ? []
          : question.choices;
  return {
    id: question.id,
    kind: question.kind,
    prompt: text.prompt,
    hint: text.hint ?? null,
    choices: choiceIds.map((id) => ({ id, text: text.choices?.[id]?.text ?? "" })),
    right: partnersOf(question).map((id) => ({ id, text: text.right?.[id] ?? "" })),
    screen:
      question.kind === "point"
        ? {
            device: question.screen.device,
            lines: question.screen.lines.map((line) => ({ ...line, text: text.screen?.[line.id] ?? "" })),
          }
        : null,
    input: question.kind === "fill-in" ? question.input : null,
  };
}
