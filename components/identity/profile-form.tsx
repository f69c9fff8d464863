"use client";

import { useActionState, useEffect } from "react";
import { readPreferences, savePreferences, TEXT_SIZES } from "@/components/providers/preferences";
import { Button } from "@/components/ui/button";
import { Choice, ChoiceGroup } from "@/components/ui/choice";
import { LiveRegion } from "@/components/ui/live-region";
import type { Locale } from "@/db/enums";
import type { FormAction, ProfileState } from "./form-states";

/** Language and size of text of a person. A saved size shows at once on this device. */
export function ProfileForm({
  action,
  page,
  initial,
  languages,
  labels,
}: {
  action: FormAction<ProfileState>;
  /** Language of this page, for the answer. */
  page: Locale;
  initial: ProfileState;
  languages: { id: Locale; name: string }[];
  labels: {
    language: string;
    textSize: string;
    textSizes: Record<ProfileState["textSize"], string>;
    save: string;
  };
}) {
  const [state, formAction] = useActionState(action, initial);

  useEffect(() => {
    if (!state.message) return;
    const textSize = TEXT_SIZES.find((size) => size === String(state.textSize));
    if (textSize) savePreferences({ ...readPreferences(), textSize });
  }, [state]);

  return (
    <form action={formAction} className="mt-4 grid grid-cols-1 gap-7">
      <input type="hidden" name="locale" value={page} />
      <ChoiceGroup id="language" legend={labels.language} layout="row">
        {languages.map(({ id, name }) => (
          <Choice
            key={`${id}-${state.locale}`}
            name="language"
            value={id}
            label={<span lang={id}>{name}</span>}
            defaultChecked={id === state.locale}
            className="max-w-full"
          />
        ))}
      </ChoiceGroup>
      <ChoiceGroup id="text-size" legend={labels.textSize} layout="row">
        {([100, 125, 150, 200] as const).map((size) => (
          <Choice
            key={`${size}-${state.textSize}`}
            name="textSize"
            value={size}
            label={labels.textSizes[size]}
            description={`${size} %`}
            defaultChecked={size === state.textSize}
            className="max-w-full"
          />
        ))}
      </ChoiceGroup>
      <div className="flex flex-wrap items-center gap-5">
        <Button type="submit" tone="secondary" size="large">
          {labels.save}
        </Button>
        <LiveRegion visible>
          {state.message ? <span className="font-bold">{state.message}</span> : null}
        </LiveRegion>
      </div>
    </form>
  );
}
