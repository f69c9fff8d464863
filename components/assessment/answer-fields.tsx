"use client";

import { Button } from "@/components/ui/button";
import { Choice, ChoiceGroup } from "@/components/ui/choice";
import { SelectField, TextField } from "@/components/ui/field";
import { fillIn } from "@/components/ui/fill-in";
import { ArrowDownIcon, ArrowUpIcon } from "@/components/ui/icons";
import type { Answer, PublicQuestion } from "@/server/catalogue/question/schema";
import type { FieldsProps } from "./fields-props";
import { PointFields } from "./point-fields";
import { SortFields } from "./sort-fields";

/** The controls of one question: only buttons, boxes, lists and one line of text; nothing to drag. */
export function AnswerFields(props: FieldsProps) {
  switch (props.question.kind) {
    case "single":
    case "multiple":
    case "true-false":
      return <ChoiceFields {...props} />;
    case "order":
      return <OrderFields {...props} />;
    case "match":
      return <MatchFields {...props} />;
    case "sort":
      return <SortFields {...props} />;
    case "point":
      return <PointFields {...props} />;
    case "fill-in":
      return <FillInField {...props} />;
  }
}

function isTicked(answer: Answer | null, id: string): boolean {
  if (answer?.kind === "single") return answer.choice === id;
  if (answer?.kind === "multiple") return answer.choices.includes(id);
  return answer?.kind === "true-false" && String(answer.value) === id;
}

function ChoiceFields({ question, labels, answer, onChange, error, disabled }: FieldsProps) {
  const isMultiple = question.kind === "multiple";
  function tick(id: string, checked: boolean) {
    if (question.kind === "single") return onChange({ kind: "single", choice: id });
    if (question.kind === "true-false") return onChange({ kind: "true-false", value: id === "true" });
    const before = answer?.kind === "multiple" ? answer.choices : [];
    const choices = checked ? [...before, id] : before.filter((other) => other !== id);
    onChange({ kind: "multiple", choices });
  }
  return (
    <ChoiceGroup
      id={`question-${question.id}`}
      legend={question.prompt}
      legendSize="text-2xl"
      hint={labels.question.instructions[question.kind]}
      error={error}
    >
      {question.choices.map((choice) => (
        <Choice
          key={choice.id}
          type={isMultiple ? "checkbox" : "radio"}
          name={question.id}
          label={choice.text}
          checked={isTicked(answer, choice.id)}
          disabled={disabled}
          onChange={(event) => tick(choice.id, event.target.checked)}
        />
      ))}
    </ChoiceGroup>
  );
}

function OrderFields({ question, labels, answer, onChange, error, disabled }: FieldsProps) {
  const order = answer?.kind === "order" ? answer.order : question.choices.map((choice) => choice.id);
  const words = (id: string) => question.choices.find((choice) => choice.id === id)?.text ?? "";
  function move(id: string, by: number) {
    const next = order.filter((other) => other !== id);
    next.splice(order.indexOf(id) + by, 0, id);
    onChange({ kind: "order", order: next });
    // The button moves with its line; the focus stays on it, or on its neighbour at the end of the list.
    requestAnimationFrame(() => {
      const wanted = document.getElementById(`${question.id}-${id}-${by < 0 ? "up" : "down"}`);
      const other = document.getElementById(`${question.id}-${id}-${by < 0 ? "down" : "up"}`);
      (wanted?.hasAttribute("disabled") ? other : wanted)?.focus();
    });
  }
  return (
    <ChoiceGroup
      id={`question-${question.id}`}
      legend={question.prompt}
      legendSize="text-2xl"
      hint={labels.question.instructions.order}
      error={error}
    >
      <ol className="grid grid-cols-1 gap-3">
        {order.map((id, index) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-3 rounded-md border-2 border-border bg-raised p-3"
          >
            <span aria-hidden="true" className="w-8 text-center text-xl font-bold text-brand">
              {index + 1}
            </span>
            <span className="min-w-0 flex-[1_1_10rem] font-bold">{words(id)}</span>
            {disabled ? null : (
              <span className="flex flex-wrap gap-3">
                <Button
                  id={`${question.id}-${id}-up`}
                  tone="secondary"
                  size="regular"
                  className="max-sm:w-auto"
                  disabled={index === 0}
                  aria-label={fillIn(labels.question.moveUpItem, { item: words(id) })}
                  onClick={() => move(id, -1)}
                >
                  <ArrowUpIcon /> {labels.question.moveUp}
                </Button>
                <Button
                  id={`${question.id}-${id}-down`}
                  tone="secondary"
                  size="regular"
                  className="max-sm:w-auto"
                  disabled={index === order.length - 1}
                  aria-label={fillIn(labels.question.moveDownItem, { item: words(id) })}
                  onClick={() => move(id, 1)}
                >
                  <ArrowDownIcon /> {labels.question.moveDown}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ol>
    </ChoiceGroup>
  );
}

function MatchFields({ question, labels, answer, onChange, error, disabled }: FieldsProps) {
  const pairs = answer?.kind === "match" ? answer.pairs : {};
  return (
    <ChoiceGroup
      id={`question-${question.id}`}
      legend={question.prompt}
      legendSize="text-2xl"
      hint={labels.question.instructions.match}
      error={error}
    >
      {question.choices.map((left) => (
        <SelectField
          key={left.id}
          id={`${question.id}-${left.id}`}
          label={left.text}
          value={pairs[left.id] ?? ""}
          disabled={disabled}
          onChange={(event) =>
            onChange({ kind: "match", pairs: { ...pairs, [left.id]: event.target.value } })
          }
        >
          <option value="">{labels.question.choose}</option>
          {question.right.map((right) => (
            <option key={right.id} value={right.id}>
              {right.text}
            </option>
          ))}
        </SelectField>
      ))}
    </ChoiceGroup>
  );
}

function FillInField({ question, labels, answer, onChange, error, disabled }: FieldsProps) {
  return (
    <TextField
      id={`question-${question.id}`}
      label={<span className="text-2xl">{question.prompt}</span>}
      hint={labels.question.instructions["fill-in"]}
      error={error}
      inputMode={question.input === "number" ? "decimal" : "text"}
      autoComplete="off"
      maxLength={200}
      value={answer?.kind === "fill-in" ? answer.text : ""}
      disabled={disabled}
      onChange={(event) => onChange({ kind: "fill-in", text: event.target.value })}
    />
  );
}

/** Whether there is something to send: a half-filled answer gets a sentence at the field instead. */
export function isFilled(question: PublicQuestion, answer: Answer | null): boolean {
  if (question.kind === "order") return true;
  if (!answer) return false;
  if (answer.kind === "multiple") return answer.choices.length > 0;
  if (answer.kind === "match") return question.choices.every((left) => Boolean(answer.pairs[left.id]));
  if (answer.kind === "sort") return question.choices.every((item) => Boolean(answer.groups[item.id]));
  return answer.kind !== "fill-in" || answer.text.trim() !== "";
}

/** What is sent for a question nobody touched: only an order has a sensible starting answer. */
export function startingAnswer(question: PublicQuestion): Answer | null {
  return question.kind === "order"
    ? { kind: "order", order: question.choices.map((choice) => choice.id) }
    : null;
}
