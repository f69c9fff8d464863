"use client";

import { classNames } from "@/components/ui/class-names";
import type { DeviceProps } from "../device-props";
import { Messages } from "../messages";
import { Elements, Ribbon, Screen } from "../screen";
import { AddressBar } from "../screen-element";

/** A screen on its foot. A screen that starts with an address is a page in a browser; any other is a plain desktop. */
export function Computer({ player, device, tools }: DeviceProps) {
  const [first, ...rest] = device.elements;
  const bar = first?.kind === "browser" ? first : null;
  const onDesktop = !bar && device.elements.some(({ kind }) => kind === "icons");
  return (
    <>
      <div className="rounded-lg border-[8px] border-ink bg-raised">
        <Ribbon labels={tools.labels} className="rounded-t-[13px]" />
        <Messages device={device} tools={tools} />
        <Screen
          player={player}
          device={device}
          tools={tools}
          className={classNames("flex min-h-[20rem] flex-col rounded-b-[13px]", bar ? null : "sim-desktop")}
        >
          {bar ? <AddressBar element={bar} tools={tools} /> : null}
          {bar || onDesktop ? (
            <div className="grid grid-cols-1 content-start gap-4 p-4 sm:p-6">
              <Elements elements={bar ? rest : device.elements} tools={tools} />
            </div>
          ) : (
            <div className="m-3 rounded-md border-2 border-border bg-raised sm:m-6">
              <div
                aria-hidden="true"
                className="flex justify-end gap-2 border-b-2 border-border-soft px-4 py-2.5 *:size-3 *:rounded-full *:border-2 *:border-border"
              >
                <span />
                <span />
                <span />
              </div>
              <div className="grid grid-cols-1 content-start gap-4 p-4 sm:p-6">
                <Elements elements={device.elements} tools={tools} />
              </div>
            </div>
          )}
          {bar ? null : <TaskBar />}
        </Screen>
      </div>
      <div
        aria-hidden="true"
        className="mx-auto h-6 w-28 bg-ink [clip-path:polygon(22%_0,78%_0,84%_70%,100%_70%,100%_100%,0_100%,0_70%,16%_70%)]"
      />
    </>
  );
}

/** The strip at the foot of a desktop: shapes only, nothing to press. */
function TaskBar() {
  return (
    <div
      aria-hidden="true"
      className="mt-auto flex items-center gap-3 rounded-b-[13px] border-t-2 border-border-soft bg-raised px-4 py-2"
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" className="size-6 text-ink-soft" fill="currentColor">
        <path d="M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z" />
      </svg>
      <span className="h-2 w-24 rounded-full bg-border-soft" />
      <span className="ml-auto h-2 w-10 rounded-full bg-border-soft" />
    </div>
  );
}
