"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { trpc } from "@/components/providers/trpc-client";
import { Choice, ChoiceGroup } from "@/components/ui/choice";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { LiveRegion } from "@/components/ui/live-region";
import { FormFaultSummary, SubmitButton } from "./form-parts";
import { useSubmit } from "./use-submit";

const idOf = (field: string) => `note-help-${field}`;

/** A trainer notes the help she gave: how, at which activity, on which day. */
export function NoteHelpForm({
  cohortId,
  personId,
  lessons,
  current,
  today,
}: {
  cohortId: string;
  personId: string;
  lessons: { title: string; activities: { id: string; label: string }[] }[];
  /** The activity the learner is in. */
  current: string | undefined;
  today: string;
}) {
  const t = useTranslations("organisations.noteHelp");
  const common = useTranslations("common");
  const router = useRouter();
  const { isWorking, faults, submit } = useSubmit();
  const [isSaved, setSaved] = useState(false);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const text = (name: string) => String(form.get(name) ?? "");
    setSaved(false);
    const saved = await submit(() =>
      trpc.passport.noteAssistance.mutate({
        cohortId,
        personId,
        activityId: text("activityId"),
        assistance: text("assistance") === "shown" ? "shown" : "accompanied",
        on: text("on"),
        note: text("note") || undefined,
      }),
    );
    if (!saved) return;
    element.reset();
    setSaved(true);
    router.refresh();
  }

  return (
    <form onSubmit={send} noValidate className="grid gap-6">
      <FormFaultSummary faults={faults} idOf={idOf} />
      <ChoiceGroup id={idOf("assistance")} legend={t("how")} error={faults.fields.assistance}>
        <Choice
          name="assistance"
          value="accompanied"
          defaultChecked
          label={t("accompanied")}
          description={t("accompaniedHint")}
        />
        <Choice name="assistance" value="shown" label={t("shown")} description={t("shownHint")} />
      </ChoiceGroup>
      <SelectField
        id={idOf("activityId")}
        name="activityId"
        label={t("activity")}
        error={faults.fields.activityId}
        defaultValue={current}
      >
        {lessons.map((lesson) => (
          <optgroup key={lesson.title} label={lesson.title}>
            {lesson.activities.map((activity) => (
              <option key={activity.id} value={activity.id}>
                {activity.label}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <TextField
        id={idOf("on")}
        name="on"
        type="date"
        max={today}
        defaultValue={today}
        label={t("on")}
        error={faults.fields.on}
      />
      <TextAreaField
        id={idOf("note")}
        name="note"
        rows={2}
        label={t("note")}
        hint={t("noteHint")}
        optional={common("optional")}
        error={faults.fields.note}
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton isWorking={isWorking}>{t("submit")}</SubmitButton>
        <LiveRegion visible>
          {isSaved ? <span className="font-bold text-success">{t("saved")}</span> : null}
        </LiveRegion>
      </div>
    </form>
  );
}
