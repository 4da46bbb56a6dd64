export { openApi } from './openapi.ts'
export { ROUTES } from './routes.ts'
export { createApp, type RunningServer, type ServerOptions, startServer } from './server.ts'
