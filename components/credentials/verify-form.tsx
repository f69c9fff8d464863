import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { CodeInput, Field, fieldDescribedBy } from "@/components/ui/field";
import { SearchIcon } from "@/components/ui/icons";

/** Asks for the code of a paper. A plain GET form: it works without JavaScript, and "back" is always safe. */
export async function VerifyForm({
  locale,
  typed,
  error,
}: {
  locale: Locale;
  /** What was typed before, when it needs another look. */
  typed?: string;
  error?: "required" | "malformed";
}) {
  const t = await getTranslations({ locale, namespace: "credentials.verify" });
  const hint = t("codeHint");
  return (
    <form action={`/${locale}/verify`} method="get" className="grid gap-5">
      <Field id="code" label={t("code")} hint={hint} error={error ? t(error) : undefined}>
        <CodeInput
          id="code"
          name="code"
          length={14}
          kind="letters"
          required
          defaultValue={typed}
          aria-invalid={error ? true : undefined}
          aria-describedby={fieldDescribedBy("code", { hint, error })}
          className="max-w-[18em] tracking-[0.1em]"
        />
      </Field>
      <div>
        <Button type="submit" icon={<SearchIcon />}>
          {t("check")}
        </Button>
      </div>
      <p className="text-ink-soft">{t("private")}</p>
    </form>
  );
}
