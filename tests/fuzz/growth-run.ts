import { writeFileSync } from 'node:fs'
import { constructs, within } from './constructs.js'
import { pairs } from './pairs.js'
import { textsOf } from './texts.js'
import { countsOf } from './work.js'

/** What it takes to make one, two and four times as much of something, by function. */
export type Growth = Readonly<Record<string, readonly [number, number, number]>>

/** So many of a construct, and so many pieces of one block, at first. */
const [fewBlocks, fewPieces] = [16, 80]

async function growth(start: number, run: (n: number) => Promise<unknown>): Promise<Growth> {
  // What is loaded at its first use belongs to no size.
  await run(2)
  const [one, two, four] = [
    await countsOf(() => run(start)),
    await countsOf(() => run(2 * start)),
    await countsOf(() => run(4 * start)),
  ]
  return Object.fromEntries(
    [...four].map(([name, count]) => [name, [one.get(name) ?? 0, two.get(name) ?? 0, count]]),
  )
}

const results: Record<string, Growth> = {}
for (const [name, write] of Object.entries(constructs)) {
  results[name] = await growth(fewBlocks, (n) => {
    const blocks = Array.from({ length: n }, (_, at) => write(at + 1))
    return textsOf(`# T\n\n${blocks.join('\n\n')}\n`)
  })
}
for (const [name, write] of Object.entries(within))
  results[name] = await growth(fewPieces, (n) => textsOf(`# T\n\n${write(n)}\n`))
results['pairs'] = await growth(50, async (n) => pairs(n))
results['the same again'] = await growth(0, () => textsOf('# T\n\nText and *more*.\n'))
writeFileSync(process.argv[2] as string, JSON.stringify(results))
