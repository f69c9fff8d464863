import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { DeviceList } from "@/components/identity/device-list";
import { ProfileForm } from "@/components/identity/profile-form";
import { ReadingKeeper } from "@/components/identity/reading-keeper";
import { SignOutButton } from "@/components/identity/sign-out-button";
import { StopSwitch } from "@/components/learning/stop-switch";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Heading, PageHeader } from "@/components/ui/heading";
import { ArrowLeftIcon } from "@/components/ui/icons";
import { LOCALES } from "@/db/enums";
import { writtenDate } from "@/server/kernel/calendar";
import { endDevices, saveProfile, signOut } from "./actions";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "identity.account" });
  return { title: t("title"), robots: { index: false } };
}

/** A person's language, size of text and devices. */
export default async function AccountPage({ params }: Props) {
  const { locale } = await params;
  const path = `/${locale}/account`;
  const { me, devices, switches, refreshers } = await enterRoom(
    locale,
    path,
    async ({ identity, learning }) => {
      const [person, sessions, own, reminders] = await Promise.all([
        identity.getMe(),
        identity.listSessions(),
        learning.listOwnSurpriseSwitches(),
        learning.listOwnRefreshers(),
      ]);
      return { me: person, devices: sessions, switches: own, refreshers: reminders };
    },
  );
  if (!me) redirect(`/${locale}/sign-in?next=${encodeURIComponent(path)}`);
  const [t, names, surprises, reminders] = await Promise.all([
    getTranslations({ locale, namespace: "identity.account" }),
    getTranslations({ locale, namespace: "identity.devices" }),
    getTranslations({ locale, namespace: "surprises.switch" }),
    getTranslations({ locale, namespace: "refreshers" }),
  ]);
  return (
    <>
      <ReadingKeeper wishes={me} />
      <PageHeader title={t("hello", { name: me.firstName })} eyebrow={t("title")} />
      <div className="grid grid-cols-1 gap-7">
        <div>
          <ButtonLink href={`/${locale}${me.rooms[0]}`} icon={<ArrowLeftIcon />}>
            {t("back")}
          </ButtonLink>
        </div>

        <Card as="section" aria-labelledby="profile-title">
          <Heading level={2} id="profile-title">
            {t("profile")}
          </Heading>
          <ProfileForm
            action={saveProfile}
            page={locale}
            initial={{ locale: me.locale, textSize: me.textSize }}
            languages={LOCALES.map((id) => ({ id, name: t(`languages.${id}`) }))}
            labels={{
              language: t("language"),
              textSize: t("textSize"),
              textSizes: {
                100: t("textSizes.100"),
                125: t("textSizes.125"),
                150: t("textSizes.150"),
                200: t("textSizes.200"),
              },
              save: t("save"),
            }}
          />
        </Card>

        <Card as="section" aria-labelledby="devices-title">
          <Heading level={2} id="devices-title">
            {t("devices")}
          </Heading>
          <p className="mt-2">{t("devicesLead")}</p>
          <DeviceList
            action={endDevices}
            page={locale}
            devices={devices.map((device) => {
              const date = writtenDate(locale, new Date(device.since), "day");
              const name = names(device.device);
              return {
                id: device.id,
                name,
                isThisOne: device.isThisOne,
                since: t("since", { date }),
                lastSeen: t("lastSeen", { date: writtenDate(locale, new Date(device.lastSeen), "moment") }),
                endLabel: t("endNamed", { device: name, date }),
              };
            })}
            labels={{ thisDevice: t("thisDevice"), end: t("end"), endOthers: t("endOthers") }}
          />
        </Card>

        {switches.map(({ course, stoppedByLearner, stoppedByTrainer }) => (
          <Card key={course} as="section" aria-labelledby={`surprises-${course}`}>
            <Heading level={2} id={`surprises-${course}`}>
              {surprises("title")}
            </Heading>
            <p className="mt-2">{surprises("lead")}</p>
            <p className="my-4 font-bold">
              {stoppedByLearner || stoppedByTrainer ? surprises("off") : surprises("on")}
              {stoppedByTrainer ? ` ${surprises("byTrainer")}` : null}
            </p>
            <StopSwitch
              what="surprises"
              whose={{ course }}
              stopped={stoppedByLearner}
              labels={{
                stop: surprises("stop"),
                resume: surprises("resume"),
                saving: surprises("saving"),
                problem: surprises("problem"),
              }}
            />
          </Card>
        ))}

        {refreshers.map(({ course, stoppedByLearner, stoppedByTrainer }) => (
          <Card key={course} as="section" aria-labelledby={`refreshers-${course}`}>
            <Heading level={2} id={`refreshers-${course}`}>
              {reminders("switch.title")}
            </Heading>
            <p className="mt-2">{reminders("switch.lead")}</p>
            <p className="my-4 font-bold">
              {stoppedByLearner || stoppedByTrainer ? reminders("switch.off") : reminders("switch.on")}
              {stoppedByTrainer ? ` ${reminders("switch.byTrainer")}` : null}
            </p>
            <StopSwitch
              what="refreshers"
              whose={{ course }}
              stopped={stoppedByLearner}
              labels={{
                stop: reminders("switch.stop"),
                resume: reminders("switch.resume"),
                saving: reminders("switch.saving"),
                problem: reminders("switch.problem"),
              }}
            />
          </Card>
        ))}

        <Card as="section" look="sunken">
          <p className="mb-4">{t("signOutHint")}</p>
          <SignOutButton action={signOut} locale={locale} />
        </Card>
      </div>
    </>
  );
}
