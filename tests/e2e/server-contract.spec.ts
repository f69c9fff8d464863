import { expect, test } from "@playwright/test";

/** Pages of every sort: prerendered, rendered per request, and one that does not exist. */
const PAGES = ["/fr", "/nl", "/de", "/en", "/fr/sign-in", "/fr/courses", "/fr/nothing-here"];

test("health says what it promises", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({ status: "ok", version: expect.any(String), database: "ok" });
});

test.describe("in a browser set to Dutch", () => {
  test.use({ locale: "nl-BE" });
  test("the bare address leads to Dutch pages", async ({ page }) => {
    await page.goto("/");
    expect(new URL(page.url()).pathname).toBe("/nl");
    await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  });
});

for (const path of PAGES) {
  test(`${path} runs its scripts and loads nothing that the policy forbids`, async ({ page, baseURL }) => {
    const complaints: string[] = [];
    const elsewhere: string[] = [];
    page.on("console", (message) => {
      if (/content security policy/i.test(message.text())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(baseURL ?? "-") && !/^(?:data|blob):/.test(request.url()))
        elsewhere.push(request.url());
    });
    await page.goto(path, { waitUntil: "networkidle" });
    // React has taken over once it left its mark on the document.
    const isAlive = () =>
      page.evaluate(() => Object.keys(document).some((key) => key.startsWith("_reactListening")));
    await expect.poll(isAlive).toBe(true);
    expect({ complaints, elsewhere }).toEqual({ complaints: [], elsewhere: [] });
  });
}

test("a prerendered page is the same for everybody: cacheable, with no cookie and no inline style", async ({
  request,
}) => {
  const response = await request.get("/fr");
  expect(response.headers()["cache-control"]).toMatch(/^public, .*s-maxage=/);
  expect(response.headers()["set-cookie"]).toBeUndefined();
  expect(response.headers()["content-security-policy"]).toMatch(/script-src 'self' 'sha256-/);
  expect(response.headers()["content-security-policy"]).not.toContain("unsafe");
  expect(await response.text()).not.toMatch(/\sstyle="/);
});
