import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { OneFieldForm } from "@/components/identity/one-field-form";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { PageHeader } from "@/components/ui/heading";
import { CODE_MINUTES } from "@/server/identity/email-codes/rules";
import { enterCode } from "../../actions";
import { TYPED_EMAIL_COOKIE } from "../../words";

type Query = Partial<Record<"request" | "code" | "next", string | string[]>>;
type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "identity.codeEntry" });
  return { title: t("title"), robots: { index: false } };
}

/** Where the code of the e-mail is typed. From the e-mail's link it is filled in; only the button uses it up. */
export default async function CodePage({ params, searchParams }: Props) {
  const [{ locale }, { request, code, next }] = await Promise.all([params, searchParams]);
  if (typeof request !== "string") redirect(`/${locale}/sign-in`);
  const t = await getTranslations({ locale, namespace: "identity.codeEntry" });
  const email = (await cookies()).get(TYPED_EMAIL_COOKIE)?.value;
  const given = typeof code === "string" && /^\d{6}$/.test(code) ? code : "";
  return (
    <>
      <PageHeader title={t("title")} lead={given ? t("fromLink") : t("lead")} />
      <div className="grid grid-cols-1 gap-7">
        <Card>
          {email && !given ? <p className="mb-5 break-words font-bold">{t("sentTo", { email })}</p> : null}
          <OneFieldForm
            id="email-code"
            name="code"
            kind="digits"
            action={enterCode}
            initial={given}
            hidden={{ locale, request, ...(typeof next === "string" ? { next } : {}) }}
            labels={{ label: t("label"), hint: t("hint", { minutes: CODE_MINUTES }), submit: t("submit") }}
          />
        </Card>
        <Disclosure summary={t("nothing.title")}>
          <ul className="list-disc space-y-2 pl-6">
            <li>{t("nothing.spam")}</li>
            <li>{t("nothing.address")}</li>
            <li>{t("nothing.trainer")}</li>
          </ul>
          <div className="mt-4">
            <ButtonLink href={`/${locale}/sign-in`} tone="secondary">
              {t("nothing.again")}
            </ButtonLink>
          </div>
        </Disclosure>
      </div>
    </>
  );
}
