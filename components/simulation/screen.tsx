"use client";

import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { fillIn } from "@/components/ui/fill-in";
import { CheckCircleIcon, InfoIcon } from "@/components/ui/icons";
import type { ViewDevice, ViewElement } from "@/server/simulation/engine/view";
import { cardWords } from "./announcements";
import type { SimulationLabels } from "./labels";
import { ScreenElement, type ScreenTools } from "./screen-element";

/** The id of the place that takes the focus when a device shows something new. */
export function screenId(player: string, device: string): string {
  return `${player}-${device}`;
}

/** What a device shows, as one thing with a name: "The phone: itsme, a request is waiting". */
export function Screen({
  player,
  device,
  tools,
  className,
  children,
}: {
  player: string;
  device: ViewDevice;
  tools: ScreenTools;
  className?: string;
  children: ReactNode;
}) {
  const names = { device: tools.textOf(device.key), screen: tools.textOf(device.screenKey) };
  return (
    <article
      id={screenId(player, device.id)}
      key={device.screen}
      tabIndex={-1}
      aria-label={fillIn(tools.labels.now, names)}
      className={classNames("sim-screen", className)}
    >
      {children}
    </article>
  );
}

/** Elements one under the other, as a page or an app shows them. */
export function Elements({ elements, tools }: { elements: readonly ViewElement[]; tools: ScreenTools }) {
  return elements.map((element) => <ScreenElement key={element.on} element={element} tools={tools} />);
}

/** The edge that says, on every device, that it is an exercise. */
export function Ribbon({ labels, className }: { labels: SimulationLabels; className?: string }) {
  return (
    <p
      data-no-read
      className={classNames(
        "sim-ribbon flex min-h-9 items-center justify-center px-4 text-sm font-bold",
        className,
      )}
    >
      {labels.ribbonShort}
    </p>
  );
}

/** The card and the light of a reader in words, under the drawing that shows the same. */
export function ReaderState({ device, labels }: { device: ViewDevice; labels: SimulationLabels }) {
  const { kind, card, light } = device;
  if (card === null && light === null) return null;
  return (
    <ul className="grid gap-1 font-bold leading-snug">
      {card === null ? null : (
        <li className="flex items-start gap-2">
          {card ? (
            <CheckCircleIcon className="mt-[0.15em] size-[1.15em] text-success" />
          ) : (
            <InfoIcon className="mt-[0.15em] size-[1.15em]" />
          )}
          {cardWords(kind, card, labels)}
        </li>
      )}
      {light === null ? null : (
        <li className="flex items-start gap-2">
          <Lamp isOn={light} />
          {light ? labels.light.on : labels.light.off}
        </li>
      )}
    </ul>
  );
}

/** A small light: filled with rays when it is on, an empty ring when it is off. */
export function Lamp({ isOn }: { isOn: boolean }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      className="mt-[0.1em] size-[1.25em] shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
    >
      {isOn ? (
        <>
          <circle cx="12" cy="12" r="5" className="sim-lamp" />
          <path d="M12 1.5v2.5M12 20v2.5M1.5 12H4M20 12h2.5M4.6 4.6l1.8 1.8M17.6 17.6l1.8 1.8M4.6 19.4l1.8-1.8M17.6 6.4l1.8-1.8" />
        </>
      ) : (
        <circle cx="12" cy="12" r="5" />
      )}
    </svg>
  );
}
