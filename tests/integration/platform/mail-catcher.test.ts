import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import nodemailer from "nodemailer";
import { expect, test } from "vitest";
import { startMailCatcher } from "@/scripts/testing/mail-catcher.mjs";
import { mailsTo, waitForMail } from "@/tests/support/mailbox";

test("mail sent by real SMTP can be read by tests, accents included", async () => {
  const folder = mkdtempSync(join(tmpdir(), "digiskipass-mail-"));
  const catcher = await startMailCatcher(folder);
  const transport = nodemailer.createTransport(catcher.url);
  await transport.sendMail({
    from: "DigiSkiPasS <noreply@localhost>",
    to: "Marie.Dupont@example.org",
    subject: "Votre code à 6 chiffres",
    text: "Voici votre code : 123456",
    html: "<p>Voici votre code : <b>123456</b></p>",
  });
  const mail = await waitForMail("marie.dupont@example.org", { folder });
  expect(mail).toMatchObject({
    from: "noreply@localhost",
    to: ["marie.dupont@example.org"],
    subject: "Votre code à 6 chiffres",
    text: expect.stringContaining("Voici votre code : 123456"),
    html: expect.stringContaining("<b>123456</b>"),
  });
  expect(mailsTo("nobody@example.org", folder)).toEqual([]);
  await expect(waitForMail("marie.dupont@example.org", { folder, seen: 1, timeout: 100 })).rejects.toThrow(
    "No mail",
  );
  await catcher.stop();
  rmSync(folder, { recursive: true });
});
