import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getMessages, setRequestLocale } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { fillIn } from "@/components/ui/fill-in";
import { Workbench } from "@/components/workbench/workbench";
import { LOCALES } from "@/db/enums";

type Props = { params: Promise<{ locale: Locale; course: string; simulation: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, simulation } = await params;
  const { workbench } = await getMessages({ locale });
  return {
    title: fillIn(workbench.bench.title, { title: simulation }),
    robots: { index: false, follow: false },
  };
}

/** A scenario as its author works on it: its map, the player, what all paths say, every text. Follows its files. */
export default async function WorkbenchPage({ params }: Props) {
  const { locale, course, simulation } = await params;
  setRequestLocale(locale);
  const place = { course, simulation };
  const path = `/${locale}/workbench/${course}/${simulation}`;
  const [first, messages] = await Promise.all([
    enterRoom(locale, path, (api) => api.simulation.getDraftSheet(place)),
    getMessages({ locale }),
  ]);
  const names = new Intl.DisplayNames([locale], { type: "language" });
  const languages = Object.fromEntries(LOCALES.map((one) => [one, names.of(one) ?? one]));
  return (
    <div className="bench">
      <Workbench
        place={place}
        first={first}
        locale={locale}
        languages={languages as Record<Locale, string>}
        labels={messages.workbench.bench}
        simulationLabels={messages.simulation.player}
      />
    </div>
  );
}
