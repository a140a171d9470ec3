import { buildGuide } from './build.js'
import { createEngines } from './engines.js'
import type { BuildOptions, BuildResult } from './options.js'
import { mend } from './swap.js'

/**
 * Builds guides one after another with one browser, which is started first, while Markdown is being read.
 * @throws EnvironmentFault where browser, disk or permission is missing; the signal's reason when interrupted
 */
export async function buildGuides(
  files: readonly string[],
  options: BuildOptions,
): Promise<readonly BuildResult[]> {
  const engines = createEngines(options)
  void engines.browser()
  try {
    await mend(options.out)
    const results: BuildResult[] = []
    for (const file of files) {
      options.signal.throwIfAborted()
      const result = await buildGuide(file, engines, options)
      options.onGuide(result)
      results.push(result)
    }
    return results
  } finally {
    await engines.close()
  }
}
