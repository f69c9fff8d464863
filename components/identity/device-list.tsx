"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { LiveRegion } from "@/components/ui/live-region";
import { StatusPill } from "@/components/ui/status-pill";
import type { Locale } from "@/db/enums";
import type { DevicesState, FormAction } from "./form-states";

export type DeviceLine = {
  id: string;
  name: string;
  isThisOne: boolean;
  since: string;
  lastSeen: string;
  /** "Déconnecter : iPad, depuis le 22 novembre": what the button does, for who hears the page. */
  endLabel: string;
};

/** The devices somebody is signed in on, each with its button; one form, so it works without scripts. */
export function DeviceList({
  action,
  page,
  devices,
  labels,
}: {
  action: FormAction<DevicesState>;
  page: Locale;
  devices: DeviceLine[];
  labels: { thisDevice: string; end: string; endOthers: string };
}) {
  const [state, formAction] = useActionState<DevicesState, FormData>(action, {});
  return (
    <form action={formAction} className="mt-4">
      <input type="hidden" name="locale" value={page} />
      <LiveRegion visible>
        {state.message ? <p className="mb-3 font-bold">{state.message}</p> : null}
      </LiveRegion>
      <ul className="divide-y-2 divide-border-soft">
        {devices.map((device) => (
          <li key={device.id} className="flex flex-wrap items-center justify-between gap-x-5 gap-y-3 py-4">
            <div className="min-w-0 flex-[1_1_14rem]">
              <p className="font-bold">{device.name}</p>
              <p className="text-ink-soft">{device.since}</p>
              <p className="text-ink-soft">{device.lastSeen}</p>
            </div>
            {device.isThisOne ? (
              <StatusPill tone="success">{labels.thisDevice}</StatusPill>
            ) : (
              <Button
                type="submit"
                name="session"
                value={device.id}
                tone="secondary"
                aria-label={device.endLabel}
              >
                {labels.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {devices.length > 2 ? (
        <Button type="submit" name="session" value="others" tone="caution" className="mt-3">
          {labels.endOthers}
        </Button>
      ) : null}
    </form>
  );
}
