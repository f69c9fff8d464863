import { LOCALES, type Locale } from "@/db/enums";

const FALLBACK: Locale = "fr";
const NOT_PAGES = new Set(["api", "_next", ".well-known"]);

const isLocale = (value: string | undefined): value is Locale => LOCALES.some((locale) => locale === value);

/**
 * The language for somebody who did not say: the one of their last page (cookie `locale`), else the first of their
 * browser that we speak, else French.
 *
 * @param cookies the `Cookie` header
 * @param accepted the `Accept-Language` header, such as "nl-BE,nl;q=0.9,en;q=0.5"
 */
export function preferredLocale(cookies: string | undefined, accepted: string | undefined): Locale {
  const remembered = cookies?.match(/(?:^|;\s*)locale=([a-z]{2})(?:;|$)/)?.[1];
  if (isLocale(remembered)) return remembered;
  const wanted = (accepted ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", quality] = part
        .trim()
        .toLowerCase()
        .split(/;\s*q=/);
      return { language: tag.split("-")[0], weight: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ language, weight }) => weight > 0 && isLocale(language))
    .sort((a, b) => b.weight - a.weight)[0]?.language;
  return isLocale(wanted) ? wanted : FALLBACK;
}

/** Whether the path is a page's that lacks its language: `/`, `/sign-in`, `/verify/<code>`; not a file, not an API. */
export function lacksLocale(path: string): boolean {
  const segments = path.split("/");
  const first = segments[1];
  return !isLocale(first) && !NOT_PAGES.has(first ?? "") && !segments.at(-1)?.includes(".");
}

/**
 * Where a verification really is answered when the caller wants JSON rather than a page, with or without a language
 * in the path; null when this is not such a request.
 */
export function verificationAsJson(path: string, accept: string | undefined): string | null {
  if (!accept?.includes("application/json") || accept.includes("text/html")) return null;
  const [, locale, code] = path.match(/^(?:\/([a-z]{2}))?\/verify\/([\w-]+)$/) ?? [];
  return code !== undefined && (locale === undefined || isLocale(locale)) ? `/api/verify/${code}` : null;
}

/** Whether the path is the one of a verification, whose answer depends on the `Accept` header. */
export function isVerification(path: string): boolean {
  return /^(?:\/[a-z]{2})?\/verify\//.test(path);
}
