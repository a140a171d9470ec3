#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { tellBugs } from './bug.js'
import { supplyHome } from './home.js'
import { allIsTold, outliveFileLimit, outliveReaders } from './streams.js'

// A build is over before most of what V8 optimises pays: it may wait fifteen times as long with it, which saves a third
// of all CPU time, on long guides too. Later versions than that of Node 20 do not know the flag, and complain.
if (Number.parseInt(process.versions.v8, 10) < 12) setFlagsFromString('--interrupt-budget=1000000')

outliveReaders()
tellBugs(process.argv.includes('--debug'))
outliveFileLimit()
supplyHome()
const { run } = await import('./run.js')
const exitCode = await run(process.argv.slice(2))
// Not to wait for timers of a browser that was left in the middle of a step.
await allIsTold()
process.exit(exitCode)
