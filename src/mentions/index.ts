export { type Mentions, mentionsOf } from './mentions.ts'
