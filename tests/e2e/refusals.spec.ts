import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "@/tests/support/journey";
import { type Answer, CALLERS, PAGES, patternsOf, ROUTES } from "@/tests/support/places";
import { addCallers, mutate } from "@/tests/support/staff-journey";

/** What the address answers, redirects not followed. */
async function answerOf(request: APIRequestContext, path: string): Promise<Answer | number | string> {
  const response = await request.get(path, { maxRedirects: 0 });
  const place = response.headers().location;
  if (response.status() === 307 && place?.startsWith("/fr/sign-in?next=")) {
    const { pathname } = new URL(path, "http://here");
    expect(new URLSearchParams(place.split("?")[1]).get("next")).toBe(pathname);
    return "door";
  }
  return response.status();
}

test("the table names every page and every route there is", () => {
  expect(
    Object.keys(PAGES)
      .map((page) => `/[locale]${page === "/" ? "" : page}`)
      .sort(),
  ).toEqual(patternsOf("page.tsx"));
  expect(Object.keys(ROUTES).sort()).toEqual(patternsOf("route.ts"));
});

test("every address answers to everybody as the table says", async ({ browser, world }) => {
  test.setTimeout(120_000);
  const { contexts, ids } = await addCallers(browser, world);
  const expected: Record<string, string> = {};
  const found: Record<string, string> = {};
  const places = [
    ...Object.entries(PAGES).map(([name, place]) => ({ name, place, prefix: "/fr" })),
    ...Object.entries(ROUTES).map(([name, place]) => ({ name, place, prefix: "" })),
  ];
  for (const { name, place, prefix } of places) {
    expected[name] = CALLERS.map((caller) => `${caller} ${place.answers[caller]}`).join(", ");
    const answers = await Promise.all(
      CALLERS.map(async (caller) => {
        const answer = await answerOf(contexts[caller].request, prefix + place.path(ids));
        return `${caller} ${answer}`;
      }),
    );
    found[name] = answers.join(", ");
  }
  expect(found).toEqual(expected);
  for (const context of Object.values(contexts)) await context.close();
});

test("what is refused leaves no name of another house on the page", async ({ browser, world }) => {
  const { contexts, ids } = await addCallers(browser, world);
  for (const caller of ["elsewhere", "coordinator", "admin", "neighbour"] as const) {
    const response = await contexts[caller].request.get(
      `/fr/teach/cohorts/${ids.cohort}/learners/${ids.learner}`,
    );
    const body = await response.text();
    expect(response.status(), caller).toBe(404);
    // Everybody may see her own name: the neighbour's is Odette.
    const names = ["Parfaite", "Colette", "Odette"].filter(
      (name) => caller !== "neighbour" || name !== "Odette",
    );
    expect(
      names.filter((name) => body.includes(name)),
      caller,
    ).toEqual([]);
  }
  for (const context of Object.values(contexts)) await context.close();
});

test("a page of another site cannot act with the visitor's cookie", async ({ context, baseURL, world }) => {
  await world.signIn(context, world.trainerId);
  const input = { cohortId: world.cohortId, names: "Intruse Étrangère" };
  const strange = await context.request.post("/api/trpc/organisations.addLearners", {
    data: input,
    headers: { origin: "https://elsewhere.example" },
  });
  expect(strange.status()).toBe(403);
  const opaque = await context.request.post("/api/trpc/organisations.addLearners", {
    data: input,
    headers: { origin: "null" },
  });
  expect(opaque.status()).toBe(403);
  const form = await context.request.post("/fr/sign-in", {
    form: { role: "admin", locale: "fr" },
    headers: { origin: "https://elsewhere.example" },
    maxRedirects: 0,
  });
  expect(form.headers()["set-cookie"] ?? "").not.toContain("session=");
  const home = await context.request.get(`/fr/teach/cohorts/${world.cohortId}`);
  expect(await home.text()).not.toContain("Intruse");
  const own = await context.request.post("/api/trpc/organisations.addLearners", {
    data: input,
    headers: { origin: baseURL ?? "" },
  });
  expect(own.status()).toBe(200);
});

test("a mutation cannot be asked for with GET, and an address of another site is not followed after signing in", async ({
  page,
  context,
  world,
}) => {
  await world.signIn(context, world.trainerId);
  const input = encodeURIComponent(JSON.stringify({ cohortId: world.cohortId, names: "Par un lien" }));
  const asked = await context.request.get(`/api/trpc/organisations.addLearners?input=${input}`);
  expect(asked.status()).toBe(405);
  expect((await mutate(context.request, "reporting.getTeachHome", { locale: "fr" })).status()).toBe(405);

  await context.clearCookies();
  for (const next of [
    "https://elsewhere.example/",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "/fr/admin",
  ]) {
    await page.goto(`/fr/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByRole("button", { name: "Formateur", exact: true }).click();
    await page.waitForURL("**/fr/teach");
    await context.clearCookies();
  }
});
