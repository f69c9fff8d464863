import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { writtenDate } from "@/server/kernel/calendar";
import { expect, expectAccessible, test } from "@/tests/support/journey";
import { readPaper } from "@/tests/support/paper";
import { addGraduate, enterAsDemo, issueCertificate, succeed } from "@/tests/support/staff-journey";

type Certificate = {
  code: string;
  holder: string;
  course: { title: string };
  organisation: string;
  practiceHours: number;
  competences: {
    code: string;
    title: string;
    level: number;
    band: string;
    assistance: string;
    provedOn: string;
  }[];
  issuedOn: string;
  project: { statement: string; disclaimer: string; grant: string };
};

const HELP: Record<string, string> = {
  alone: "sans aide",
  "with-hint": "avec un indice",
  accompanied: "avec un accompagnement",
};
const single = (text: string) => text.replace(/\s+/g, " ");
const day = (date: string) => writtenDate("fr", new Date(`${date}T12:00:00Z`), "day");

async function downloadPaper(page: Page, name: string): Promise<Buffer> {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: `Télécharger le certificat de ${name} (PDF)` }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^digiskipass-[0-9A-Z-]{14}\.pdf$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Everything that stands on the paper and on the page, in the words of both. */
function fieldsOf(certificate: Certificate): string[] {
  const { project } = certificate;
  return [
    certificate.holder,
    certificate.course.title,
    certificate.organisation,
    day(certificate.issuedOn),
    certificate.code,
    ...certificate.competences.flatMap((line) => [
      line.title,
      `Niveau ${line.level} sur 8 (${line.band})`,
      HELP[line.assistance] ?? line.assistance,
      day(line.provedOn),
    ]),
    project.statement,
    project.disclaimer,
    project.grant,
  ].map(single);
}

test("the demonstration's trainer prints a certificate, and is told what another learner misses", async ({
  page,
  browser,
}) => {
  await enterAsDemo(page, "Formateur");
  await page.getByRole("link", { name: "Atelier du mardi (démo)" }).click();
  await page.getByRole("link", { name: "Certificats" }).click();
  const ready = page.getByRole("region", { name: "Prêts à recevoir leur certificat" });
  const lucienne = ready.getByRole("listitem").filter({ hasText: "Lucienne Peeters" });
  await expect(lucienne.getByLabel("Nom à imprimer")).toHaveValue("Lucienne Peeters");
  const missing = page
    .getByRole("region", { name: "Pas encore", exact: true })
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: "Simone Vandevelde" }) });
  for (const sentence of [
    "Réussir l’exercice de la leçon « Se connecter avec itsme »",
    "Répondre aux questions de la leçon « Se connecter avec itsme »",
  ])
    await expect(missing.getByRole("listitem").filter({ hasText: sentence })).toHaveCount(1);

  const paper = readPaper(await downloadPaper(page, "Georges Lambert"));
  expect(paper.words).toContain("Georges Lambert");
  const stranger = await browser.newContext({ locale: "fr-BE" });
  const checking = await stranger.newPage();
  await checking.goto(paper.address ?? "no address in the square");
  await expect(checking.getByText("Ce certificat est valable")).toBeVisible();
  await expect(checking.getByRole("region", { name: "Ce que dit le papier" })).toContainText(
    "Georges Lambert",
  );
  await stranger.close();
});

test("the public page says exactly what the paper says, and so does its JSON", async ({
  page,
  context,
  browser,
  world,
}) => {
  await addGraduate(world, { firstName: "Éléonore", familyName: "D’Haeyère-Noël" });
  await world.signIn(context, world.trainerId);
  await page.goto(`/fr/teach/cohorts/${world.cohortId}/certificates`);
  await page.getByRole("button", { name: "Préparer le certificat" }).click();
  await expect(page.getByText("Le certificat de Éléonore D’Haeyère-Noël est prêt.")).toBeVisible();
  await expectAccessible(page);
  const paper = readPaper(await downloadPaper(page, "Éléonore D’Haeyère-Noël"));

  expect(paper.info).toMatch(/^Tagged:\s+yes$/m);
  expect(paper.info).toMatch(/^Title:\s+Certificat de Éléonore D’Haeyère-Noël$/m);
  expect(paper.info).toMatch(/^Pages:\s+1$/m);
  expect(paper.info).toMatch(/^PDF version:\s+1\.7$/m);
  expect(paper.structure).toMatch(/^\s*H1/m);
  expect(paper.structure).toContain("Figure");

  const stranger = await browser.newContext({ locale: "fr-BE" });
  const checking = await stranger.newPage();
  const answer = await checking.goto(paper.address ?? "no address in the square");
  expect(answer?.status()).toBe(200);
  await expect(checking.getByText("Ce certificat est valable")).toBeVisible();
  await expectAccessible(checking);
  const json = await stranger.request.get(paper.address ?? "", { headers: { accept: "application/json" } });
  expect(json.headers()["content-type"]).toContain("application/json");
  const { status, since, certificate } = (await json.json()) as {
    status: string;
    since: string | null;
    certificate: Certificate;
  };
  expect({ status, since }).toEqual({ status: "valid", since: null });
  expect(certificate.competences.length).toBeGreaterThan(0);

  const shown = single(await checking.getByRole("region", { name: "Ce que dit le papier" }).innerText());
  for (const field of fieldsOf(certificate)) {
    expect.soft(paper.words, `on the paper: ${field}`).toContain(field);
    expect.soft(shown, `on the page: ${field}`).toContain(field);
  }
  const hours = `${String(certificate.practiceHours).replace(".", ",")} heure`;
  expect(paper.words).toContain(hours);
  expect(shown).toContain(hours);
  // And nothing else stands on the paper but the words of the form itself.
  const site = new URL(paper.address ?? "").host;
  const left = [...fieldsOf(certificate), ...certificate.competences.map((line) => line.code), hours, site]
    .sort((one, other) => other.length - one.length)
    .reduce((text, field) => text.replaceAll(field, "…"), paper.words)
    .replace(/…(?:[ ·]+…)+/g, "…");
  expect(left).toBe(
    "DigiSkiPasS Vérifier ce certificat Scannez ce carré, ou tapez : …/verify … Certificat de compétences numériques Ce certificat est remis à … qui a terminé la formation « … », avec … de pratique. Remis par …, le … Ce qui a été prouvé … Compétences et niveaux, de 1 à 8, du cadre européen DigComp 3.0. La date est celle de la dernière preuve. …",
  );

  await page.getByText("Corriger ou retirer").click();
  await page.getByLabel("Pourquoi le retirer ?").fill("Nom à corriger");
  await page.getByRole("button", { name: "Retirer le certificat" }).click();
  await expect(page.getByText("Le certificat de Éléonore D’Haeyère-Noël est retiré.")).toBeVisible();
  await checking.reload();
  await expect(checking.getByText("Ce certificat n’est plus valable")).toBeVisible();
  expect(await checking.content()).not.toContain("Nom à corriger");
  await stranger.close();
});

test("a code that is wrong, misspelt, replaced or taken back says so, in words and in status", async ({
  page,
  context,
  browser,
  world,
}) => {
  await world.signIn(context, world.trainerId);
  const personId = await addGraduate(world, { firstName: "Odile", familyName: "Remplacée" });
  const first = await issueCertificate(context.request, world, personId);
  const again = await succeed<{ outcome: string; certificate: { id: string; code: string } }>(
    context.request,
    "credentials.issueCertificate",
    { cohortId: world.cohortId, personId, printedName: "Odile Remplacée-Martin" },
  );
  expect(again.outcome).toBe("replaced");

  const stranger = await browser.newContext({ locale: "fr-BE" });
  const checking = await stranger.newPage();
  const json = { headers: { accept: "application/json" } };
  await checking.goto(`/fr/verify/${first.code}`);
  await expect(checking.getByText("Ce certificat a été remplacé")).toBeVisible();
  expect((await (await stranger.request.get(`/verify/${first.code}`, json)).json()).status).toBe(
    "superseded",
  );

  await succeed(context.request, "credentials.revokeCertificate", {
    certificateId: again.certificate.id,
    reason: "Nom mal écrit",
  });
  await checking.goto(`/fr/verify/${again.certificate.code}`);
  await expect(checking.getByText("Ce certificat n’est plus valable")).toBeVisible();
  await expect(checking.getByText("Odile Remplacée-Martin")).toBeVisible();
  const revoked = await stranger.request.get(`/verify/${again.certificate.code}`, json);
  expect((await revoked.json()).status).toBe("revoked");
  expect(await revoked.text()).not.toContain("Nom mal écrit");

  const unknown = await checking.goto("/fr/verify/0000-0000-0000");
  expect(unknown?.status()).toBe(404);
  await expect(checking.getByRole("heading", { level: 1 })).toHaveText("Nous ne connaissons pas ce code");
  const unknownJson = await stranger.request.get("/verify/0000-0000-0000", json);
  expect(unknownJson.status()).toBe(404);
  expect(await unknownJson.json()).toEqual({ error: { code: "NOT_FOUND", reason: "unknown-code" } });

  await checking.goto("/fr/verify");
  await checking.getByLabel("Code du certificat").fill("7H4K-M2X");
  await checking.getByRole("button", { name: "Vérifier" }).click();
  await expect(checking.getByText(/Ce code n’est pas complet/)).toBeVisible();
  await expect(checking.getByLabel("Code du certificat")).toHaveValue("7H4K-M2X");
  await expect(checking.getByLabel("Code du certificat")).toHaveAttribute("aria-invalid", "true");
  const malformed = await stranger.request.get("/verify/7H4K-M2X", json);
  expect(malformed.status()).toBe(422);

  // As people type it: small letters, spaces, O for 0.
  const typed = again.certificate.code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o");
  await checking.getByLabel("Code du certificat").fill(typed);
  await checking.getByRole("button", { name: "Vérifier" }).click();
  await expect(checking.getByText("Ce certificat n’est plus valable")).toBeVisible();
  await stranger.close();

  expect((await page.request.get(`/api/certificates/${randomUUID()}/pdf`)).status()).toBe(404);
});
