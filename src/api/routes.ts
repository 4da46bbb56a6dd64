import type { Route } from './route.ts'
import { actor } from './routes/actor.ts'
import { actors } from './routes/actors.ts'
import { article } from './routes/article.ts'
import { articles } from './routes/articles.ts'
import { claims } from './routes/claims.ts'
import { event } from './routes/event.ts'
import { events } from './routes/events.ts'
import { evidence } from './routes/evidence.ts'
import { neighborhood } from './routes/neighborhood.ts'
import { paths } from './routes/paths.ts'
import { stats } from './routes/stats.ts'
import { tie } from './routes/tie.ts'

/** Every route; the OpenAPI document lists them in this order. */
export const ROUTES: readonly Route[] = [
  actors,
  actor,
  neighborhood,
  paths,
  tie,
  evidence,
  events,
  event,
  claims,
  articles,
  article,
  stats,
]
