/** The house as rules: who may import whom. ARCHITECTURE.md says why; each comment says where the line belongs. */
const LADDER = [
  "identity",
  "organisations",
  "catalogue",
  "passport",
  "learning",
  "assessment",
  "simulation",
  "credentials",
  "reporting",
  "privacy",
];
const oneOf = (names) => `(?:${names.join("|")})`;
const DOMAIN = `^server/${oneOf(LADDER)}/`;
const ENGINE = "^server/simulation/engine/";
/** Walks every path of a scenario: for its author and for the tests, never for who learns. */
const WALKERS = "^server/simulation/(?:walk|walk-situations|cover|proof|chart|chart-layout|study)/";
/** When something comes back: the only file that knows ts-fsrs, for the server alone. */
const RECALL = "^server/learning/recall/rules\\.ts$";
const ISOMORPHIC = "(?:schema|policy|rules)\\.ts$";
const SHARED_FILES = [`${DOMAIN}${ISOMORPHIC}`, `${DOMAIN}[^/]+/${ISOMORPHIC}`];
/** Vocabulary of the kernel that the browser may know: types, calendar days, who an actor is. */
const KERNEL_SHARED = "^server/kernel/(?:actor|calendar)\\.ts$";
const SHARED = [...SHARED_FILES, ENGINE, KERNEL_SHARED];
const FRAMEWORK = "node_modules/(?:next|next-auth|next-intl|react|react-dom|@trpc)/";
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    forbid(
      "no-cycles",
      "Two files that need each other are one file, or miss a third.",
      {},
      { circular: true },
    ),
    forbid("no-unresolved", "The import leads nowhere.", {}, { couldNotResolve: true }),
    forbid(
      "db-is-a-leaf",
      "db/ knows SQL and nothing else; rules live in server/<domain>/.",
      { path: "^db/", pathNot: "^db/seed/" },
      { path: "^(?:app|components|content|server|tests)/" },
    ),
    forbid(
      "enums-are-plain",
      "db/enums.ts reaches the browser and imports nothing.",
      { path: "^db/enums\\.ts$" },
      { path: ".+" },
    ),
    forbid(
      "sql-lives-in-db",
      "SQL goes to db/queries/<domain>.ts.",
      { path: "^(?:app|components|server)/", pathNot: "^server/platform/" },
      { path: "^db/schema/|node_modules/drizzle-" },
    ),
    forbid(
      "transports-use-services",
      "A door calls a service; the service reads db/ and content/.",
      { path: "^server/(?:trpc|http)/|^app/" },
      { path: "^db/|^content/(?!messages/)", pathNot: "^db/enums\\.ts$" },
    ),
    forbid(
      "components-see-shared-files-only",
      "A component gets data as props or through tRPC; it may import schema, policy, rules and the engine.",
      { path: "^components/" },
      {
        path: "^(?:app|db|content|server)/",
        pathNot: [...SHARED, "^db/enums\\.ts$", "^server/trpc/types\\.ts$", "^content/messages/"],
      },
    ),
    forbid(
      "ui-is-domain-free",
      "components/ui could ship in another product.",
      { path: "^components/ui/" },
      { path: "^server/|^components/(?!ui/)" },
    ),
    forbid(
      "pages-use-the-caller",
      "A page calls procedures through server/trpc/caller.ts and composes components.",
      { path: "^app/", pathNot: "^app/api/" },
      {
        path: "^server/",
        pathNot: [
          ...SHARED,
          "^server/trpc/(?:caller|types)\\.ts$",
          "^server/platform/(?:i18n|messages|auth|env)\\.ts$",
        ],
      },
    ),
    forbid(
      "api-routes-use-doors",
      "A route handler goes through server/http and the services.",
      { path: "^app/api/" },
      {
        path: "^server/(?:kernel/|platform/(?!auth\\.ts)|trpc/)",
        pathNot: [KERNEL_SHARED],
      },
    ),
    forbid(
      "kernel-queries-audit-only",
      "The kernel writes the audit log and nothing else.",
      { path: "^server/kernel/" },
      { path: "^db/", pathNot: ["^db/(?:client|enums)\\.ts$", "^db/queries/(?:audit|rate-limits)\\.ts$"] },
    ),
    forbid(
      "domains-are-framework-free",
      "Frameworks stay in app/, components/, server/trpc, server/http and server/platform.",
      { path: [DOMAIN, "^server/kernel/"] },
      { path: [FRAMEWORK, "^(?:app|components)/", "^server/(?:trpc|http|platform)/"] },
    ),
    forbid(
      "kernel-knows-no-domain",
      "The kernel is below every domain.",
      { path: "^server/kernel/" },
      { path: DOMAIN },
    ),
    forbid(
      "shared-files-are-isomorphic",
      "schema, policy and rules run in the browser too: zod, db/enums and other shared files only.",
      { path: SHARED_FILES, pathNot: [WALKERS, RECALL] },
      { path: ".+", pathNot: [...SHARED, "^db/enums\\.ts$", "node_modules/(?:zod|yaml)/"] },
    ),
    forbid(
      "engine-is-pure",
      "The engine imports XState, its own files and the shape of a scenario.",
      { path: ENGINE },
      {
        path: ".+",
        pathNot: [ENGINE, "node_modules/xstate/", "^server/catalogue/scenario[a-z-]*/schema\\.ts$"],
      },
    ),
    forbid(
      "recall-is-pure",
      "When something comes back follows from ts-fsrs, calendar days and shared files.",
      { path: RECALL },
      { path: ".+", pathNot: [...SHARED, "node_modules/ts-fsrs/"] },
    ),
    forbid(
      "recall-stays-on-the-server",
      "No browser needs to know when something comes back: the server says the day.",
      { path: "^(?:app|components)/|/(?:schema|policy)\\.ts$|^server/learning/refreshers/rules\\.ts$" },
      { path: [RECALL, "node_modules/ts-fsrs/"] },
    ),
    forbid(
      "walkers-are-pure",
      "What walks and draws a scenario imports XState and its graph, dagre, the engine and other shared files.",
      { path: WALKERS },
      { path: ".+", pathNot: [...SHARED, "node_modules/(?:xstate|@xstate/graph|@dagrejs/dagre)/"] },
    ),
    forbid(
      "walkers-serve-authors",
      "Walking every path is for tests and for the author's workbench, which loads it when asked: no page has it.",
      {
        path: "^(?:app|components|db|server)/",
        pathNot: [WALKERS, "^server/simulation/workbench/reads\\.ts$"],
      },
      { path: [WALKERS, "node_modules/(?:@xstate/graph|@dagrejs)/"] },
    ),
    forbid(
      "content-through-catalogue",
      "Only the catalogue opens content/.",
      { path: "^server/", pathNot: "^server/(?:catalogue|platform)/" },
      { path: "^content/" },
    ),
    forbid(
      "personal-data-for-privacy-only",
      "Export and erasure are asked for by server/privacy.",
      { path: "^(?:app|server)/", pathNot: "^server/privacy/" },
      { path: "^server/.+/personal-data\\.ts$" },
    ),
    ...LADDER.slice(0, -1).map((name, rung) =>
      forbid(
        `ladder-${name}`,
        `${name} stands below ${LADDER[rung + 1]}: what both need belongs to the lower one.`,
        { path: `^server/${name}/`, pathNot: ENGINE },
        { path: `^server/${oneOf(LADDER.slice(rung + 1))}/` },
      ),
    ),
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(?:\\.next|\\.build)/" },
  },
};
