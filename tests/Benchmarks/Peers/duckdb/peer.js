// The DuckDB side of the races: works once for every line it is sent, with two threads.
import { DuckDBInstance } from '@duckdb/node-api'
import { createInterface } from 'node:readline'

const file = `${process.argv[3]}/scores_long.csv`
const connection = await (await DuckDBInstance.create(':memory:', { threads: String(process.argv[4]) })).connect()
const query = `select count(*) participants, sum(total) total from (select form_id, pupil_id, sum(score) total from read_csv('${file}') group by form_id, pupil_id)`
console.log('ready')
for await (const _ of createInterface({ input: process.stdin })) {
  const began = process.hrtime.bigint()
  const rows = await connection.runAndReadAll(query)
  const seconds = Number(process.hrtime.bigint() - began) / 1e9
  console.log(seconds, Number(rows.getRows()[0][1]))
}
