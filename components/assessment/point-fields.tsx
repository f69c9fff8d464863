import { Choice, ChoiceGroup } from "@/components/ui/choice";
import { classNames } from "@/components/ui/class-names";
import { Disclosure } from "@/components/ui/disclosure";
import type { PublicQuestion } from "@/server/catalogue/question/schema";
import type { FieldsProps } from "./fields-props";

type Screen = NonNullable<PublicQuestion["screen"]>;

const FRAMES: Record<Screen["device"], string> = {
  phone: "mx-auto w-full max-w-[22rem] rounded-[34px] border-[10px] border-ink",
  computer: "rounded-lg border-[6px] border-ink",
  letter: "stitched rounded-sm",
};

const LOOKS: Record<Screen["lines"][number]["look"], string> = {
  address: "rounded-full border-2 border-border-soft bg-sunken px-4 py-2 text-sm break-all",
  title: "text-xl font-bold",
  text: "",
  message: "rounded-md border-2 border-ink bg-info-soft px-4 py-3 text-info",
  button: "justify-center rounded-md border-2 border-border bg-raised px-4 py-3 text-center font-bold",
  "main-button":
    "justify-center rounded-md border-2 border-brand bg-brand px-4 py-3 text-center font-bold text-brand-ink",
  "warning-button":
    "justify-center rounded-md border-2 border-caution bg-caution-soft px-4 py-3 text-center font-bold text-caution",
  link: "font-bold text-accent underline",
};

/**
 * "Where do you touch?": a drawn screen whose lines are radio buttons, and the same choices as a list of sentences
 * for whoever would rather read than look.
 */
export function PointFields({ question, labels, answer, onChange, error, disabled }: FieldsProps) {
  const chosen = answer?.kind === "point" ? answer.choice : null;
  const choose = (choice: string) => onChange({ kind: "point", choice });
  const { screen } = question;
  if (!screen) return null;
  const isChoice = (id: string) => question.choices.some((choice) => choice.id === id);
  return (
    <ChoiceGroup
      id={`question-${question.id}`}
      legend={question.prompt}
      legendSize="text-2xl"
      hint={labels.question.instructions.point}
      error={error}
    >
      <div className={classNames("bg-raised p-4 sm:p-5", FRAMES[screen.device])}>
        <div role="radiogroup" aria-label={labels.question.screen} className="grid grid-cols-1 gap-4">
          {screen.lines.map((line) =>
            isChoice(line.id) ? (
              <label
                key={line.id}
                className={classNames(
                  "relative flex min-h-14 cursor-pointer items-center",
                  LOOKS[line.look],
                  "hover:border-accent has-checked:outline-5 has-checked:outline-offset-2 has-checked:outline-accent",
                  "has-focus-visible:outline-3 has-focus-visible:outline-offset-3 has-focus-visible:outline-focus",
                  "has-disabled:cursor-not-allowed",
                )}
              >
                <input
                  type="radio"
                  className="absolute inset-0 size-full cursor-pointer opacity-0"
                  name={`${question.id}-screen`}
                  checked={chosen === line.id}
                  disabled={disabled}
                  onChange={() => choose(line.id)}
                />
                {line.text}
              </label>
            ) : (
              <p key={line.id} className={LOOKS[line.look]}>
                {line.text}
              </p>
            ),
          )}
        </div>
      </div>
      <Disclosure summary={labels.question.answerWithList}>
        <div role="radiogroup" aria-label={labels.question.answerWithList} className="grid grid-cols-1 gap-3">
          {question.choices.map((choice) => (
            <Choice
              key={choice.id}
              name={`${question.id}-list`}
              label={choice.text}
              checked={chosen === choice.id}
              disabled={disabled}
              onChange={() => choose(choice.id)}
            />
          ))}
        </div>
      </Disclosure>
    </ChoiceGroup>
  );
}
