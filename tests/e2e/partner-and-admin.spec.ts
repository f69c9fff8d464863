import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { emailCodes, persons, rateLimits } from "@/db/schema/identity";
import { cohortMemberships } from "@/db/schema/organisations";
import { triesKey } from "@/server/identity/email-codes/rules";
import { expect, expectAccessible, test } from "@/tests/support/journey";
import { waitForMail } from "@/tests/support/mailbox";
import { enterAsDemo } from "@/tests/support/staff-journey";

const newAddress = (who: string) => `${who}-${randomUUID()}@tests.digiskipass.example`;
const codeIn = (text: string) =>
  text
    .match(/\b(\d{3}) (\d{3})\b/)
    ?.slice(1)
    .join("") ?? "no code";
const linkIn = (text: string) => text.match(/https?:\/\/\S+/)?.[0] ?? "no link";
const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

async function askForCode(
  page: Page,
  address: string,
  words = { field: "Mon adresse e-mail", button: "Recevoir un code" },
) {
  await page.getByRole("textbox", { name: words.field }).fill(address);
  await page.getByRole("button", { name: words.button }).click();
  await page.waitForURL("**/sign-in/code?request=*");
}

test("a coordinator sees four numbers, and no learner's name reaches her browser", async ({
  page,
  world,
}) => {
  const bodies: Promise<string>[] = [];
  page.on("response", (response) => {
    if (
      /text|json|component/.test(response.headers()["content-type"] ?? "") &&
      !/\/_next\//.test(response.url())
    )
      bodies.push(response.text().catch(() => ""));
  });
  await enterAsDemo(page, "Coordinatrice d’un partenaire");
  await expect(page).toHaveURL(/\/fr\/report$/);
  const project = page.getByRole("region", { name: "DigiSkiPasS" });
  const figures = project.getByRole("definition");
  await expect(project.getByRole("term").first()).toHaveText("Apprenants");
  await expect(figures.nth(0)).toHaveText("18");
  await expect(figures.nth(1)).toHaveText(/^[1-9]\d*(,\d)?$/);
  await expect(figures.nth(2)).toHaveText(/^[1-9]\d*$/);
  await expect(page.getByRole("row", { name: /Maison des Aînés de la Source/ })).toContainText("12");
  await page.getByText("Comment est-ce compté ?").click();
  await expectAccessible(page);

  const learners = await world.database
    .selectDistinct({ firstName: persons.firstName, familyName: persons.familyName })
    .from(persons)
    .innerJoin(cohortMemberships, eq(cohortMemberships.personId, persons.id))
    .where(and(eq(cohortMemberships.role, "learner"), eq(persons.isDemo, true)));
  const everything = [await page.content(), ...(await Promise.all(bodies))].join("\n");
  expect(everything).toContain("Heures d’apprentissage");
  expect(learners.length).toBe(18);
  for (const name of learners.flatMap((learner) => [learner.firstName, learner.familyName ?? "no name"]))
    expect(everything).not.toMatch(new RegExp(`\\b${name}\\b`, "u"));
});

test("an administrator opens an organisation and welcomes a trainer, who comes in by e-mail", async ({
  page,
  context,
  browser,
  world,
}) => {
  await world.signIn(context, world.adminId);
  const organisation = `Seniornet Essai ${randomUUID().slice(0, 8)}`;
  await page.goto("/fr/admin");
  await page.getByLabel("Nom", { exact: true }).fill(organisation);
  await page.getByLabel("Téléphone").fill("02 555 00 99");
  await page.getByRole("button", { name: "Créer l’organisation" }).click();
  await expect(page.getByText(/L’organisation est créée/)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(organisation);

  const address = newAddress("lotte");
  await page.getByLabel("Prénom").fill("Lotte");
  await page.getByLabel("Nom de famille").fill("Janssens");
  await page.getByLabel("Adresse e-mail").fill(address.toUpperCase());
  await page.getByLabel("Téléphone").fill("0470 00 00 09");
  await page.getByLabel("Langue de l’e-mail").selectOption({ label: "Deutsch" });
  await page.getByRole("button", { name: "Ajouter et envoyer l’e-mail" }).click();
  await expect(page.getByText("Lotte fait partie de l’équipe. L’e-mail est parti.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Lotte Janssens/ })).toContainText(address);
  await expectAccessible(page);

  const welcome = await waitForMail(address);
  expect(welcome.text).toContain("Lotte");
  expect(welcome.text).toContain(organisation);
  expect(welcome.text).toContain("Von der Europäischen Union finanziert");
  expect(codeIn(welcome.text)).toBe("no code");

  const hers = await browser.newContext({ locale: "de-BE" });
  const trainer = await hers.newPage();
  await trainer.goto(linkIn(welcome.text));
  expect(new URL(trainer.url()).pathname).toBe("/de/sign-in");
  await askForCode(trainer, ` ${address} `, { field: "Meine E-Mail-Adresse", button: "Code erhalten" });
  const letter = await waitForMail(address, { seen: 1 });
  const code = codeIn(letter.text);
  expect(letter.html).toContain(code.slice(0, 3));

  // A mail program looks at the link, twice, before she does: nothing is used up.
  for (const attempt of [1, 2]) {
    const look = await hers.request.get(linkIn(letter.text));
    expect(look.status(), `look ${attempt}`).toBe(200);
  }
  const [kept] = await world.database
    .select({ usedAt: emailCodes.usedAt })
    .from(emailCodes)
    .innerJoin(persons, eq(persons.id, emailCodes.personId))
    .where(eq(persons.email, address));
  expect(kept?.usedAt).toBeNull();

  const field = trainer.getByRole("textbox");
  await field.fill("12");
  await trainer.getByRole("button", { name: "Eintreten" }).click();
  await expect(trainer.getByText("Der Code hat 6 Ziffern. Schreiben Sie alle.")).toBeVisible();
  await expect(field).toHaveValue("12");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await field.fill(another(code));
  await trainer.getByRole("button", { name: "Eintreten" }).click();
  await expect(
    trainer.getByText(/Das ist nicht der richtige Code\. .* Es bleiben 4 Versuche\./),
  ).toBeVisible();
  await expect(field).toBeFocused();
  await expectAccessible(trainer);
  await field.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await trainer.getByRole("button", { name: "Eintreten" }).click();
  await trainer.waitForURL("**/de/teach");
  await expect(trainer.getByRole("link", { name: /Lotte/ })).toBeVisible();
  await hers.close();
});

test("the link of the e-mail fills the code in; a code works once", async ({ page, browser, world }) => {
  const [trainer] = await world.database.select().from(persons).where(eq(persons.id, world.trainerId));
  const address = trainer?.email ?? "";
  await page.goto("/fr/sign-in");
  await askForCode(page, address);
  await expect(page.getByText(`Adresse écrite : ${address}`)).toBeVisible();
  const letter = await waitForMail(address);
  await page.goto(linkIn(letter.text));
  await expect(page.getByLabel("Code reçu par e-mail")).toHaveValue(codeIn(letter.text));
  await page.getByRole("button", { name: "Entrer" }).click();
  await page.waitForURL("**/fr/teach");

  const other = await browser.newContext({ locale: "fr-BE" });
  const second = await other.newPage();
  await second.goto(linkIn(letter.text));
  await second.getByRole("button", { name: "Entrer" }).click();
  await expect(
    second.getByText("Ce code ne marche plus. Demandez-en un autre, c’est gratuit."),
  ).toBeVisible();
  await second.goto("/fr/teach");
  await second.waitForURL("**/fr/sign-in?next=*");
  await other.close();
});

test("a code that is too old, and one tried too often, lead to a new one", async ({ page, world }) => {
  const [trainer] = await world.database.select().from(persons).where(eq(persons.id, world.trainerId));
  const address = trainer?.email ?? "";
  await page.goto("/fr/sign-in");
  await askForCode(page, address);
  const first = await waitForMail(address);
  const past = new Date(Date.now() - 1000);
  const [old] = await world.database
    .update(emailCodes)
    .set({ expiresAt: past })
    .where(eq(emailCodes.personId, world.trainerId))
    .returning({ id: emailCodes.id });
  await world.database
    .update(rateLimits)
    .set({ windowEndsAt: past })
    .where(eq(rateLimits.key, triesKey(old?.id ?? "no code was sent")));
  await page.getByLabel("Code reçu par e-mail").fill(codeIn(first.text));
  await page.getByRole("button", { name: "Entrer" }).click();
  await expect(page.getByText(/Ce code ne marche plus/)).toBeVisible();

  await page.getByText("Rien n’est arrivé ?").click();
  await page.getByRole("link", { name: "Demander un autre code" }).click();
  await askForCode(page, address);
  const code = codeIn((await waitForMail(address, { seen: 1 })).text);
  const field = page.getByLabel("Code reçu par e-mail");
  for (const left of [
    "Il reste 4 essais.",
    "Il reste 3 essais.",
    "Il reste 2 essais.",
    "il reste un essai.",
  ]) {
    await field.fill(another(code));
    await page.getByRole("button", { name: "Entrer" }).click();
    await expect(page.getByText(left)).toBeVisible();
  }
  await field.fill(another(code));
  await page.getByRole("button", { name: "Entrer" }).click();
  await expect(page.getByText(/Ce code ne marche plus/)).toBeVisible();
  await field.fill(code);
  await page.getByRole("button", { name: "Entrer" }).click();
  await expect(page.getByText(/Ce code ne marche plus/)).toBeVisible();
});

test("an address we do not know is answered like one we do", async ({ page }) => {
  await page.goto("/fr/sign-in");
  await page.getByRole("textbox", { name: "Mon adresse e-mail" }).fill("pas une adresse");
  await page.getByRole("button", { name: "Recevoir un code" }).click();
  await expect(page.getByText(/Cette adresse e-mail n’est pas complète/)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Mon adresse e-mail" })).toHaveValue("pas une adresse");
  await expect(page.getByRole("textbox", { name: "Mon adresse e-mail" })).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await askForCode(page, newAddress("nobody"));
  await expect(page.getByText(/Si cette adresse est connue chez nous/)).toBeVisible();
  await page.getByLabel("Code reçu par e-mail").fill("123456");
  await page.getByRole("button", { name: "Entrer" }).click();
  await expect(page.getByText("Il reste 4 essais.")).toBeVisible();
});
