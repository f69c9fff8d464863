import { Choice, ChoiceGroup } from "@/components/ui/choice";
import type { FieldsProps } from "./fields-props";

/** Items to sort into groups: for each item one row of radio buttons, nothing to drag. */
export function SortFields({ question, labels, answer, onChange, error, disabled }: FieldsProps) {
  const groups = answer?.kind === "sort" ? answer.groups : {};
  return (
    <ChoiceGroup
      id={`question-${question.id}`}
      legend={question.prompt}
      legendSize="text-2xl"
      hint={labels.question.instructions.sort}
      error={error}
    >
      {question.choices.map((item) => (
        <div key={item.id} className="rounded-md border-2 border-border-soft p-4">
          <ChoiceGroup id={`${question.id}-${item.id}`} legend={item.text} layout="row">
            {question.right.map((group) => (
              <Choice
                key={group.id}
                name={`${question.id}-${item.id}`}
                label={group.text}
                checked={groups[item.id] === group.id}
                disabled={disabled}
                onChange={() => onChange({ kind: "sort", groups: { ...groups, [item.id]: group.id } })}
              />
            ))}
          </ChoiceGroup>
        </div>
      ))}
    </ChoiceGroup>
  );
}
