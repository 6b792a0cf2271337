// Hocuspocus 4 with SQLite, as its own documentation sets it up. usage: PORT=… DATA=file.sqlite node hocuspocus.mjs
import { DatabaseSync } from 'node:sqlite'
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'

const database = new DatabaseSync(process.env.DATA)
database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, data BLOB)')
const one = database.prepare('SELECT data FROM documents WHERE name = ?')
const keep = database.prepare('INSERT INTO documents(name, data) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET data = excluded.data')
await new Server({
  port: +process.env.PORT,
  address: '127.0.0.1',
  quiet: true,
  extensions: [new Database({
    fetch: async ({ documentName }) => one.get(documentName)?.data ?? null,
    store: async ({ documentName, state }) => { keep.run(documentName, state) }
  })]
}).listen()
