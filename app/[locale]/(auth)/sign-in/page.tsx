import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { DemoDoors } from "@/components/identity/demo-doors";
import { OneFieldForm } from "@/components/identity/one-field-form";
import { SignOutButton } from "@/components/identity/sign-out-button";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { QrCodeDrawing } from "@/components/ui/drawings/qr-code-drawing";
import { Heading, PageHeader } from "@/components/ui/heading";
import { MailIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { placeAfterSignIn } from "@/server/identity/rules";
import { env } from "@/server/platform/env";
import { caller } from "@/server/trpc/caller";
import { signOut } from "../account/actions";
import { askForCode, enterDemo, enterThroughProvider, typeCardCode } from "../actions";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<"next" | "error" | "entered", string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "identity.signIn" });
  return { title: t("title"), robots: { index: false } };
}

/** Two ways in, the card first; the people of the demonstration where there is one. */
export default async function SignInPage({ params, searchParams }: Props) {
  const [{ locale }, { next, error, entered }] = await Promise.all([params, searchParams]);
  const [t, common, api] = await Promise.all([
    getTranslations({ locale, namespace: "identity.signIn" }),
    getTranslations({ locale, namespace: "common" }),
    caller(locale),
  ]);
  const me = await api.identity.getMe();
  if (me && entered) {
    const [first = "/learn", ...others] = me.rooms;
    redirect(placeAfterSignIn([first, ...others], locale, typeof next === "string" ? next : undefined));
  }
  const provider = env.OIDC_NAME;
  const hidden: Record<string, string> = { locale, ...(typeof next === "string" ? { next } : {}) };
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid grid-cols-1 gap-7">
        {error ? (
          <Notice tone="warning" title={common("noticeTitles.warning")} live="assertive">
            <p>{t(error === "unknown-identity" ? "unknownIdentity" : "refused")}</p>
          </Notice>
        ) : null}
        {me ? (
          <Notice tone="info" title={t("already.title", { name: me.firstName })}>
            <p>{t("already.text")}</p>
            <div className="flex flex-wrap gap-3">
              <ButtonLink href={`/${locale}${me.rooms[0]}`} size="regular">
                {t("already.continue")}
              </ButtonLink>
              <SignOutButton action={signOut} locale={locale} />
            </div>
          </Notice>
        ) : null}

        <Card as="section" aria-labelledby="card-title">
          <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
            <div className="min-w-0 flex-[1_1_16rem]">
              <Heading level={2} id="card-title">
                {t("card.title")}
              </Heading>
              <p className="mt-2">{t("card.scan")}</p>
            </div>
            <QrCodeDrawing className="size-28 max-sm:hidden" />
          </div>
          <p className="mb-4 mt-4">{t("card.or")}</p>
          <OneFieldForm
            id="card-code"
            name="code"
            kind="card-code"
            action={typeCardCode}
            hidden={hidden}
            labels={{ label: t("card.label"), hint: t("card.hint"), submit: t("card.submit") }}
          />
        </Card>

        <Card as="section" aria-labelledby="email-title">
          <Heading level={2} id="email-title">
            {t("email.title")}
          </Heading>
          <p className="mb-4 mt-2">{t("email.lead")}</p>
          <OneFieldForm
            id="email"
            name="email"
            kind="email"
            action={askForCode}
            hidden={hidden}
            tone="secondary"
            icon={<MailIcon />}
            labels={{ label: t("email.label"), hint: t("email.hint"), submit: t("email.submit") }}
          />
        </Card>

        {provider ? (
          <Card as="section" aria-labelledby="provider-title">
            <Heading level={2} id="provider-title">
              {t("provider.title")}
            </Heading>
            <p className="mb-4 mt-2">{t("provider.lead", { name: provider })}</p>
            <form action={enterThroughProvider}>
              {Object.entries(hidden).map(([key, value]) => (
                <input key={key} type="hidden" name={key} value={value} />
              ))}
              <Button type="submit" tone="secondary" size="large">
                {t("provider.submit", { name: provider })}
              </Button>
            </form>
          </Card>
        ) : null}

        <Notice tone="tip" title={t("help.title")}>
          <p>{t("help.text")}</p>
        </Notice>

        {env.DEMO ? (
          <DemoDoors
            action={enterDemo}
            hidden={hidden}
            labels={{
              title: t("demo.title"),
              lead: t("demo.lead"),
              roles: {
                learner: t("demo.roles.learner"),
                trainer: t("demo.roles.trainer"),
                coordinator: t("demo.roles.coordinator"),
                admin: t("demo.roles.admin"),
              },
            }}
          />
        ) : null}
      </div>
    </>
  );
}
