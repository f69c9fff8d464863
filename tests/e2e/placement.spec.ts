import { expect, expectAccessible, test } from "@/tests/support/journey";

test("a newcomer answers a question, stops, and is not asked again", async ({ page, context, world }) => {
  // Three looks for barriers.
  test.slow();
  await world.signIn(context, world.learnerId);
  await page.goto("/fr/learn");
  await page.getByRole("link", { name: "Vous savez déjà des choses ?" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Que savez-vous déjà ?");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Commencer" }).click();
  await expect(page.getByText("Question 1, 10 au plus", { exact: true })).toBeVisible();
  await expectAccessible(page);
  // She goes on where she was, in another language.
  await page.goto("/en/learn/placement");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Question 1, 10 at most", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Stop here" }).click();
  await page.waitForURL("**/en/learn");
  await expect(page.getByRole("link", { name: "Do you know some of this already?" })).toHaveCount(0);
  await page.goto("/fr/learn/placement");
  await expect(page.getByRole("heading", { name: "Voici notre idée" })).toBeVisible();
  await expectAccessible(page);
});
