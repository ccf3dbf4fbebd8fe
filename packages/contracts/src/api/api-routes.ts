import { activityRoutes } from './activity-routes.ts';
import { adminRoutes } from './admin-routes.ts';
import type { ApiRoute } from './api-route.ts';
import { coachRoutes } from './coach-routes.ts';
import { factRoutes } from './fact-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { identityRoutes } from './identity-routes.ts';
import { ingestRoutes } from './ingest-routes.ts';
import { memoryRoutes } from './memory-routes.ts';

/** Every HTTP route there is. Each service's tests compare it with what the service mounts. */
export const apiRoutes: readonly ApiRoute[] = [
  ...identityRoutes,
  ...activityRoutes,
  ...factRoutes,
  ...coachRoutes,
  ...memoryRoutes,
  ...ingestRoutes,
  ...adminRoutes,
  ...healthRoutes,
];
