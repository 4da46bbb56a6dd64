export { memoryStore } from './memory.ts'
export { openSqliteStore, type SqliteOptions } from './sqlite.ts'
export * from './store.ts'
