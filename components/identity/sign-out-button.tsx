import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/db/enums";

/** Signs this browser out. `action` is the server action `signOut`. */
export async function SignOutButton({
  action,
  locale,
}: {
  action: (form: FormData) => Promise<void>;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "identity.account" });
  return (
    <form action={action} className="min-w-0 max-sm:w-full">
      <input type="hidden" name="locale" value={locale} />
      <Button type="submit" tone="secondary">
        {t("signOut")}
      </Button>
    </form>
  );
}
