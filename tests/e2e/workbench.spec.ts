import { copyDraft } from "@/tests/support/draft-content";
import { expect, expectAccessible, test } from "@/tests/support/journey";
import { device } from "@/tests/support/learner-journey";
import { startServing } from "@/tests/support/serving";

const COURSE = "itsme-eid";
const ID = "surprise-bank";

test("an author sees her scenario drawn and with all its texts, breaks it, mends it, and loses nothing", async ({
  page,
}) => {
  const content = copyDraft(ID);
  const server = await startServing({ WORKBENCH: "1", WORKBENCH_CONTENT: content.folder });
  try {
    await page.goto(`${server.address}/fr/workbench/${COURSE}/${ID}`);
    const map = page.getByRole("img", { name: /^Carte de l’exercice : \d+ états/ });
    await expect(map).toBeVisible();
    await expect(page.getByText("Tout va bien : chaque écran est atteint")).toBeVisible();
    const row = page.locator('[data-text="screens.app-request.detail"]');
    await expect(row.getByRole("cell")).toHaveCount(4);
    await expect(row.getByRole("cell").first()).toHaveText("Heure de la demande : 23 h 39");

    // The map shows a state in the player, with what can be done there; its list does the same for the keyboard.
    await map.locator('[data-state$="/app-request"]').first().click();
    const phone = device(page, "Le téléphone");
    await expect(phone.getByText("Heure de la demande : 23 h 39")).toBeVisible();
    const play = page.getByRole("region", { name: "L’exercice", exact: true });
    const critical = play.getByRole("listitem").filter({ hasText: "Erreur critique" });
    await expect(critical.filter({ hasText: "Appuyer sur « Confirmer »" })).toHaveCount(1);
    await expectAccessible(page);

    // Playing on moves the mark on the map.
    await phone.getByRole("button", { name: "Refuser" }).click();
    await expect(map.locator("[data-current]")).toHaveAttribute("data-state", /\/safe/);
    await page.getByText("La même carte en liste").click();
    await page
      .getByRole("region", { name: "La carte", exact: true })
      .getByRole("button", { name: "itsme, une demande d’identification", exact: true })
      .first()
      .press("Enter");
    await expect(map.locator("[data-current]")).toHaveAttribute("data-state", /\/app-request$/);

    // A file that cannot be read: where, and what to write; the last good version stays.
    const line = content.change("scenario.yaml", "minutes:", "minuts:");
    await expect(page.getByText(`scenario.yaml, ligne ${line}`).first()).toBeVisible();
    await expect(page.getByText(/"minuts" is not a word of this format; write minutes/)).toBeVisible();
    await expect(page.getByText("la dernière version qui a pu être lue")).toBeVisible();
    await expect(phone.getByText("Heure de la demande : 23 h 39")).toBeVisible();

    // Mended, with other words: the page follows and still shows the same state.
    content.change("scenario.yaml", "minuts:", "minutes:");
    content.change("fr.yaml", "23 h 39", "23 h 38");
    await expect(phone.getByText("Heure de la demande : 23 h 38")).toBeVisible();
    await expect(page.getByText(/^À corriger/)).toHaveCount(0);
    await expect(map.locator("[data-current]")).toHaveAttribute("data-state", /\/app-request$/);

    // What only the paths show, and a text that is missing in one language.
    content.change("scenario.yaml", "does: { mistake: answered }", "does: { show: messages }");
    content.change("nl.yaml", "\nsummary:", "\nsumary:");
    await expect(
      page.getByText(/after "press messages.answer" nothing changes and nothing is said/),
    ).toBeVisible();
    await expect(page.locator('[data-text="summary"] [lang=nl]')).toContainText("manque");

    const next = page.getByRole("button", { name: "Vue suivante" });
    await next.press("Enter");
    const shown = page.getByRole("status").filter({ hasText: /^Vue \d+ sur \d+$/ });
    const [number = 0, total = 0] = (await shown.innerText()).match(/\d+/g)?.map(Number) ?? [];
    await next.press("Enter");
    await expect(shown).toHaveText(`Vue ${(number % total) + 1} sur ${total}`);
    await expect(next).toBeFocused();
  } finally {
    await server.stop();
    content.remove();
  }
});
