import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What `server/platform/env.ts` needs to know; the database is nobody's in unit tests, a clone in integration tests. */
const SETTINGS = {
  APP_URL: "http://localhost:3000",
  AUTH_SECRET: "a-secret-for-tests-that-nobody-uses-elsewhere",
  DATABASE_URL: "postgres://nobody:nothing@localhost:1/unit-tests-have-no-database",
  DEMO: "1",
  MAIL_FROM: "DigiSkiPasS <noreply@localhost>",
  SMTP_URL: "",
};

export default defineConfig({
  resolve: { alias: { "@": here("."), "server-only": here("tests/support/empty-module.ts") } },
  test: {
    env: SETTINGS,
    // next-auth imports "next/server" without its extension, which Node refuses outside Next.
    server: { deps: { inline: ["next-auth"] } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/{unit,content,architecture}/**/*.test.{ts,tsx}"],
          // Vitest leaves one core free for whoever watches; nobody does here.
          maxWorkers: "100%",
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          globalSetup: "tests/support/integration-cluster.ts",
          setupFiles: "tests/support/integration-database.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
