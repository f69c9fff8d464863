import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import type { MergeCandidates } from "@/server/privacy/merging/schema";
import { AlikeList } from "./alike-list";
import { DoubleFinder } from "./double-finder";
import { sideName } from "./side-name";

/**
 * Names that are like somebody's, and a search for any other.
 *
 * @param compareHref leads to the two side by side, with ":id" for the other one
 * @param where whom the search finds, in words
 */
export async function DoubleSearch({
  candidates: { person, alike },
  compareHref,
  where,
  locale,
}: {
  candidates: MergeCandidates;
  compareHref: string;
  where: string;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "organisations.merge" });
  return (
    <div className="grid max-w-3xl gap-10">
      <section aria-labelledby="alike">
        <Heading level={2} id="alike">
          {t("alike")}
        </Heading>
        {alike.length === 0 ? (
          <p className="mt-2">{t("alikeNone", { name: sideName(person) })}</p>
        ) : (
          <AlikeList learners={alike} href={compareHref} />
        )}
      </section>
      <Card as="section" look="sunken" aria-labelledby="search">
        <Heading level={2} id="search">
          {t("searchTitle")}
        </Heading>
        <p className="mb-5 mt-2 text-ink-soft">{where}</p>
        <DoubleFinder personId={person.personId} href={compareHref} />
      </Card>
    </div>
  );
}
