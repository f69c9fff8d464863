import { LOCALES } from "@/db/enums";
import { expect, test } from "@/tests/support/journey";
import { notFoundTitle } from "@/tests/support/layout-words";
import { mutate } from "@/tests/support/staff-journey";

test("health says what it promises, to anybody, and no cache keeps it", async ({ request }) => {
  const response = await request.get("/api/health", { headers: { cookie: "session=nonsense" } });
  expect(response.status()).toBe(200);
  expect(response.headers()["content-type"]).toBe("application/json");
  expect(response.headers()["cache-control"]).toBe("no-store");
  expect(await response.json()).toEqual({
    status: "ok",
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    database: "ok",
  });
});

for (const [wanted, cookie, locale] of [
  ["de-BE,de;q=0.9,fr;q=0.8", "", "de"],
  ["en-GB,en", "", "en"],
  ["nl", "", "nl"],
  ["es-ES,es;q=0.9", "", "fr"],
  ["", "", "fr"],
  ["nl", "locale=de", "de"],
  ["nl", "locale=xx", "nl"],
] as const) {
  test(`an address without language leads to ${locale} for "${wanted}" and the cookie "${cookie}"`, async ({
    request,
  }) => {
    const headers = { "accept-language": wanted, cookie };
    for (const [path, place] of [
      ["/", `/${locale}`],
      ["/sign-in?next=/fr/teach", `/${locale}/sign-in?next=/fr/teach`],
      ["/verify/0000-0000-0000", `/${locale}/verify/0000-0000-0000`],
    ] as const) {
      const response = await request.get(path, { headers, maxRedirects: 0 });
      expect(response.status()).toBe(307);
      expect(response.headers().location).toBe(place);
      expect(response.headers().vary).toContain("Accept-Language");
      expect(response.headers()["cache-control"]).toContain("private");
    }
  });
}

test("every answer carries the headers that protect it", async ({ request, context, world }) => {
  await world.signIn(context, world.trainerId);
  const answers = {
    static: await request.get("/fr"),
    lesson: await request.get("/de/courses/itsme-eid/log-in"),
    dynamic: await request.get("/fr/sign-in"),
    room: await context.request.get(`/fr/teach/cohorts/${world.cohortId}`),
    missing: await request.get("/fr/nowhere"),
    health: await request.get("/api/health"),
    json: await request.get("/api/verify/0000-0000-0000"),
    call: await request.get("/api/trpc/identity.getMe"),
    script: await request.get("/preferences.js"),
  };
  for (const [name, answer] of Object.entries(answers)) {
    const headers = answer.headers();
    expect.soft(headers["x-content-type-options"], name).toBe("nosniff");
    expect.soft(headers["x-frame-options"], name).toBe("DENY");
    expect.soft(headers["referrer-policy"], name).toBe("same-origin");
    expect.soft(headers["cross-origin-opener-policy"], name).toBe("same-origin");
    expect.soft(headers["x-powered-by"], name).toBeUndefined();
    expect.soft(headers.server, name).toBeUndefined();
  }
  for (const name of ["static", "lesson", "dynamic", "room", "missing"] as const) {
    const policy = answers[name].headers()["content-security-policy"] ?? "";
    expect.soft(policy, name).toContain("default-src 'self'");
    expect.soft(policy, name).toContain("style-src 'self'");
    expect.soft(policy, name).toContain("frame-ancestors 'none'");
    expect.soft(policy, name).toContain("form-action 'self'");
    expect.soft(policy, name).not.toContain("unsafe");
    expect.soft(policy, name).not.toMatch(/https?:|\*/);
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1];
    if (name === "static" || name === "lesson" || name === "missing")
      expect.soft(scripts, name).toMatch(/^'self'( 'sha256-[^']+')+$/);
    else expect.soft(scripts, name).toMatch(/^'self' 'nonce-[A-Za-z0-9+/=]{24}'/);
  }
  for (const name of ["dynamic", "room", "call", "json"] as const)
    expect.soft(answers[name].headers()["cache-control"], name).toMatch(/no-store/);
  const nonce = (policy = "") => /'nonce-([^']+)'/.exec(policy)?.[1];
  const again = await request.get("/fr/sign-in");
  expect(nonce(again.headers()["content-security-policy"])).not.toBe(
    nonce(answers.dynamic.headers()["content-security-policy"]),
  );
});

for (const locale of LOCALES) {
  test(`an address that leads nowhere says so in ${locale}, with a way on`, async ({ page }) => {
    const response = await page.goto(`/${locale}/nowhere/at/all`);
    expect(response?.status()).toBe(404);
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(notFoundTitle(locale));
    await page.getByRole("main").getByRole("link").click();
    await expect(page).toHaveURL(new RegExp(`/${locale}$`));
  });
}

test("what tRPC refuses says a code, and nothing of the house", async ({ request, context, world }) => {
  await world.signIn(context, world.adminId);
  const given = {
    "a procedure that is not there": await request.get("/api/trpc/people.listAll"),
    "an input of another type": await request.get("/api/trpc/credentials.verifyCertificate?input=7"),
    "an input that is no JSON": await request.get("/api/trpc/credentials.verifyCertificate?input={"),
    "a body that is no JSON": await request.post("/api/trpc/organisations.createOrganisation", {
      headers: { "content-type": "application/json" },
      data: Buffer.from('{"name":'),
    }),
    "a text that no column can hold": await mutate(context.request, "organisations.createOrganisation", {
      name: "a\u0000b",
      country: "BE",
      phone: "02 555 00 01",
    }),
    "an injection": await request.get(
      `/api/trpc/credentials.verifyCertificate?input=${encodeURIComponent('{"code":"\' or 1=1 --"}')}`,
    ),
    "a visitor in a room": await request.get("/api/trpc/organisations.listOrganisations"),
    "a wrong id": await mutate(context.request, "organisations.createTrainer", {
      organisationId: "1; drop table persons",
    }),
  };
  for (const [what, response] of Object.entries(given)) {
    const text = await response.text();
    expect.soft(response.status(), what).toBeLessThan(500);
    expect
      .soft(text, what)
      .not.toMatch(/stack|node_modules|\.ts\b|\.mjs|select |insert |postgres|drizzle|zod/i);
    if (response.status() === 200) continue;
    const { error } = JSON.parse(text);
    expect.soft(Object.keys(error).sort(), what).toEqual(["code", "data", "message"]);
    expect.soft(error.data.code, what).toMatch(/^(INVALID|NOT_FOUND|UNAUTHENTICATED)$/);
  }
});

test("a body that is too big is refused before it is read", async ({ request }) => {
  const response = await request.post("/api/trpc/organisations.addLearners", {
    data: { cohortId: "x", names: "a".repeat(300_000) },
  });
  expect(response.status()).toBe(413);
});
