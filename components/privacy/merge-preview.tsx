import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { MergePreview as Preview } from "@/server/privacy/merging/schema";
import { MergeForm } from "./merge-form";
import { MergeSideCard } from "./merge-side-card";
import { sideName } from "./side-name";

/**
 * Two entries side by side and what would become of them; or why not; or that it is done.
 *
 * @param doneHref where to go afterwards, with ":id" for who she is now
 * @param otherHref back to the search
 */
export async function MergePreview({
  preview,
  doneHref,
  otherHref,
  locale,
}: {
  preview: Preview;
  doneHref: string;
  otherHref: string;
  locale: Locale;
}) {
  const [t, errors] = await Promise.all([
    getTranslations({ locale, namespace: "organisations.merge" }),
    getTranslations({ locale, namespace: "errors" }),
  ]);
  if (preview.outcome === "already-merged") {
    return (
      <Notice tone="success" title={t("already")}>
        <ButtonLink href={doneHref.replace(":id", preview.personId)}>{t("see")}</ButtonLink>
      </Notice>
    );
  }
  const [one, other] = preview.sides;
  const briefly = (side: typeof one) => ({
    personId: side.personId,
    name: sideName(side),
    groups: side.groups
      .filter(({ isActive }) => isActive)
      .map(({ name }) => name)
      .join(", "),
  });
  return (
    <div className="grid gap-10">
      <div className="grid gap-5 *:min-w-0 md:grid-cols-2">
        <MergeSideCard side={one} number={1} locale={locale} />
        <MergeSideCard side={other} number={2} locale={locale} />
      </div>
      {preview.obstacle ? (
        <Notice tone="warning" title={t("notPossible")}>
          <p>{errors(preview.obstacle)}</p>
          <ButtonLink href={otherHref} tone="secondary">
            {t("back")}
          </ButtonLink>
        </Notice>
      ) : (
        <MergeForm
          sides={[briefly(one), briefly(other)]}
          facts={{
            cards: one.cards + other.cards,
            openTwice: preview.openTwice,
            hasTwoCertificates: [...one.certificates, ...other.certificates].some(
              ({ willBeReplaced }) => willBeReplaced,
            ),
            hasTwoEmails: one.hasEmail && other.hasEmail,
          }}
          doneHref={doneHref}
          otherHref={otherHref}
        />
      )}
    </div>
  );
}
