import { getTranslations } from "next-intl/server";
import { EuFunding } from "@/components/ui/eu-funding";
import type { Locale } from "@/db/enums";
import { type FundedProject, getFundingTexts } from "./funding-texts";

/** The foot of every page: the European Union's statement, the licence, what everyone may want to know. */
export async function SiteFooter({ locale, project }: { locale: Locale; project?: FundedProject }) {
  const t = await getTranslations({ locale, namespace: "layout" });
  const funding = await getFundingTexts(locale, project);
  const links = [
    { href: `/${locale}/accessibility`, label: t("footer.accessibility") },
    { href: `/${locale}/privacy`, label: t("footer.privacy") },
  ];
  return (
    <footer className="site-footer border-t border-border-soft bg-raised">
      <div className="page-width py-8">
        <EuFunding {...funding} />
        <div className="mt-6 flex flex-wrap items-center gap-x-8 gap-y-3 border-t-2 border-dashed border-border pt-4 text-sm">
          <nav aria-label={t("footer.label")} className="no-print">
            <ul className="flex flex-wrap gap-x-6 gap-y-3">
              {links.map((link) => (
                <li key={link.href}>
                  <a href={link.href} className="inline-flex min-h-12 items-center font-bold">
                    {link.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <p className="measure">
            {t.rich("footer.licence", {
              licence: (words) => (
                <a
                  href={`https://creativecommons.org/licenses/by/4.0/deed.${locale}`}
                  rel="license noopener"
                  className="inline-block py-2"
                >
                  {words}
                </a>
              ),
            })}
          </p>
        </div>
      </div>
    </footer>
  );
}
