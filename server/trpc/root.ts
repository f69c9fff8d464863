import "server-only";
import { router } from "./procedures";
import { assessmentRouter } from "./routers/assessment";
import { catalogueRouter } from "./routers/catalogue";
import { credentialsRouter } from "./routers/credentials";
import { identityRouter } from "./routers/identity";
import { learningRouter } from "./routers/learning";
import { organisationsRouter } from "./routers/organisations";
import { passportRouter } from "./routers/passport";
import { privacyRouter } from "./routers/privacy";
import { reportingRouter } from "./routers/reporting";
import { simulationRouter } from "./routers/simulation";

/** Every procedure of the product, one router per domain. Each stands in the access table (tests/integration/access). */
export const appRouter = router({
  assessment: assessmentRouter,
  catalogue: catalogueRouter,
  credentials: credentialsRouter,
  identity: identityRouter,
  learning: learningRouter,
  organisations: organisationsRouter,
  passport: passportRouter,
  privacy: privacyRouter,
  reporting: reportingRouter,
  simulation: simulationRouter,
});

export type AppRouter = typeof appRouter;
