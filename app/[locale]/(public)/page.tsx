import type { Locale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { PageBody } from "@/components/layout/page-body";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { BookDrawing } from "@/components/ui/drawings/book-drawing";
import { PassportDrawing } from "@/components/ui/drawings/passport-drawing";
import { PhoneDrawing } from "@/components/ui/drawings/phone-drawing";
import { TableScene } from "@/components/ui/drawings/table-scene";
import { TelephoneDrawing } from "@/components/ui/drawings/telephone-drawing";
import { Heading } from "@/components/ui/heading";
import { ArrowRightIcon, ClockIcon, PrinterIcon, TextSizeIcon, UndoIcon } from "@/components/ui/icons";

/** The front door: what this is, one way in, one way to look around first. */
export default async function HomePage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: "home" });
  return (
    <>
      <div className="bg-raised">
        <div className="page-width grid grid-cols-1 items-center gap-8 py-8 sm:py-12 lg:grid-cols-2 lg:py-14">
          <div>
            <p className="mb-2 font-bold text-brand">{t("eyebrow")}</p>
            <Heading level={1} size="4xl">
              {t("title")}
            </Heading>
            <p className="measure mt-5 text-lg">{t("lead")}</p>
            <div className="mt-8 grid grid-cols-1 justify-items-start gap-3">
              <ButtonLink href={`/${locale}/sign-in`} iconEnd={<ArrowRightIcon />}>
                {t("start")}
              </ButtonLink>
              <p className="text-ink-soft">{t("startHint")}</p>
              <ButtonLink href={`/${locale}/courses`} tone="secondary" size="large" className="mt-2">
                {t("try")}
              </ButtonLink>
            </div>
          </div>
          <TableScene className="mx-auto w-full max-w-md lg:max-w-none" />
        </div>
      </div>

      <PageBody>
        <section aria-labelledby="how">
          <Heading level={2} id="how" size="3xl">
            {t("how.title")}
          </Heading>
          <ol className="mt-6 grid grid-cols-1 gap-5 lg:card-grid">
            <Stage number={1} title={t("how.read.title")} drawing={<BookDrawing className="size-28" />}>
              {t("how.read.body")}
            </Stage>
            <Stage number={2} title={t("how.practise.title")} drawing={<PhoneDrawing className="size-28" />}>
              {t("how.practise.body")}
            </Stage>
            <Stage
              number={3}
              title={t("how.passport.title")}
              drawing={<PassportDrawing className="size-28" />}
            >
              {t("how.passport.body")}
            </Stage>
          </ol>
        </section>

        <div className="mt-12 grid grid-cols-1 gap-5 sm:mt-16 lg:grid-cols-[1.3fr_1fr]">
          <section aria-labelledby="calm">
            <Heading level={2} id="calm" size="3xl">
              {t("calm.title")}
            </Heading>
            <ul className="mt-5 grid grid-cols-1 gap-4">
              <Assurance icon={<ClockIcon className="size-[1.5em]" />}>{t("calm.pace")}</Assurance>
              <Assurance icon={<UndoIcon className="size-[1.5em]" />}>{t("calm.safe")}</Assurance>
              <Assurance icon={<TextSizeIcon className="size-[1.5em]" />}>{t("calm.reading")}</Assurance>
              <Assurance icon={<PrinterIcon className="size-[1.5em]" />}>{t("calm.paper")}</Assurance>
            </ul>
          </section>
          <Card as="section" look="passport" aria-labelledby="people" className="self-start">
            <TelephoneDrawing className="mb-3 size-24" />
            <Heading level={2} id="people">
              {t("people.title")}
            </Heading>
            <p className="mt-2">{t("people.body")}</p>
          </Card>
        </div>

        <div className="card-grid mt-12 sm:mt-16">
          <Card as="section" look="sunken" aria-labelledby="trainers">
            <Heading level={2} id="trainers" size="xl">
              {t("trainers.title")}
            </Heading>
            <p className="mt-2">{t("trainers.body")}</p>
            <p className="mt-2">
              <a href={`/${locale}/sign-in`} className="inline-flex min-h-12 items-center font-bold">
                {t("trainers.link")}
              </a>
            </p>
          </Card>
          <Card as="section" look="sunken" aria-labelledby="verify">
            <Heading level={2} id="verify" size="xl">
              {t("verify.title")}
            </Heading>
            <p className="mt-2">{t("verify.body")}</p>
            <p className="mt-2">
              <a href={`/${locale}/verify`} className="inline-flex min-h-12 items-center font-bold">
                {t("verify.link")}
              </a>
            </p>
          </Card>
        </div>
      </PageBody>
    </>
  );
}

function Stage({
  number,
  title,
  drawing,
  children,
}: {
  number: number;
  title: string;
  drawing: ReactNode;
  children: ReactNode;
}) {
  return (
    <Card
      as="li"
      className="flex flex-col items-start gap-4 sm:max-lg:flex-row sm:max-lg:items-center sm:max-lg:gap-7"
    >
      {drawing}
      <div className="min-w-0">
        <div className="flex items-center gap-3">
          <span
            aria-hidden="true"
            className="inline-flex size-[1.7em] shrink-0 items-center justify-center rounded-full border-2 border-brand font-bold text-brand"
          >
            {number}
          </span>
          <Heading level={3}>{title}</Heading>
        </div>
        <p className="mt-2 text-ink-soft">{children}</p>
      </div>
    </Card>
  );
}

function Assurance({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-start gap-4">
      <span className="mt-1 text-accent">{icon}</span>
      <p className="measure">{children}</p>
    </li>
  );
}
