import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { MomentPlayer } from "@/components/simulation/moment-player";
import { Heading } from "@/components/ui/heading";

type Props = { params: Promise<{ locale: Locale; course: string; simulation: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "workbench" });
  return { title: t("player.title"), robots: { index: false, follow: false } };
}

/** One moment of a rehearsal, the one that stands in the address after #. The clock stands still. */
export default async function WorkbenchPlayerPage({ params }: Props) {
  const { locale, course, simulation } = await params;
  setRequestLocale(locale);
  const place = { course, simulation, locale };
  const path = `/${locale}/workbench/${course}/${simulation}/player`;
  const [playable, messages] = await Promise.all([
    enterRoom(locale, path, (api) => api.simulation.getDraft(place)),
    getMessages({ locale }),
  ]);
  return (
    <div className="page-width py-6 sm:py-12">
      <Heading level={1} className="mb-6">
        {playable.title}
      </Heading>
      <MomentPlayer
        scenario={playable.scenario}
        texts={playable.texts}
        labels={messages.simulation.player}
        locale={locale}
      />
    </div>
  );
}
