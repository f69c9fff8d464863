import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { buttonClassName } from "@/components/ui/button-class-name";
import { Disclosure } from "@/components/ui/disclosure";
import { DownloadIcon } from "@/components/ui/icons";

/** The questions of the courses one teaches, as files for other platforms, in the language of the page. */
export async function QuestionBankLinks({ courses, locale }: { courses: readonly string[]; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "reporting.teach.questionBank" });
  return (
    <Disclosure summary={t("title")} className="mt-10">
      <p className="measure">{t("body")}</p>
      {courses.map((course) => (
        <p key={course} className="mt-4 flex flex-wrap gap-3">
          {(["moodle-xml", "gift"] as const).map((format) => (
            <a
              key={format}
              download
              href={`/api/courses/${course}/questions?format=${format}&locale=${locale}`}
              className={buttonClassName({ tone: "secondary", size: "regular" })}
            >
              <DownloadIcon />
              {t(format === "gift" ? "gift" : "moodle")}
            </a>
          ))}
        </p>
      ))}
    </Disclosure>
  );
}
