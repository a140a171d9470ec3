/** Text that is drawn at one go. */
export interface Run {
  readonly text: string
  /** Baseline of its start on the page, in points from the page's lower edge. */
  readonly y: number
  /** Drawn from right to left; its text is in reading order all the same. */
  readonly reversed: boolean
}

/** Points by which a baseline may move within a line: superscripts do, turned text does. */
export const lineShift = 4

/** What is said of a stretch of drawing. */
export interface Mark {
  /** Its number in the stream, by which the tree of tags refers to it. */
  readonly mcid?: number
  readonly reversed: boolean
  /** Text that stands for all that is drawn inside. */
  readonly actual?: string
}

/** Gathers what is drawn into runs: a new one begins with another mark, direction, line or text object. */
export interface RunGatherer {
  begin(mark: Mark): void
  end(y: number): void
  /** Adds text that is drawn on the baseline `y`. */
  put(text: string, y: number): void
  /** Ends the run. */
  flush(): void
  /** The text that stands for what is drawn now, if any. */
  actual(): string | undefined
}

/** Makes a gatherer that hands over each run with the number of its mark. */
export function gatherRuns(take: (run: Run, mcid: number | undefined) => void): RunGatherer {
  const marks: Mark[] = []
  let mcid: number | undefined
  let isReversed = false
  let isReplaced = false
  let clusters: string[] = []
  let baseline = 0

  function flush(): void {
    if (clusters.length === 0) return
    const text = (isReversed ? clusters.toReversed() : clusters).join('')
    clusters = []
    take({ text, y: baseline, reversed: isReversed }, mcid)
  }

  function settle(): void {
    const nextMcid = marks.findLast((mark) => mark.mcid !== undefined)?.mcid
    const nextReversed = marks.some((mark) => mark.reversed)
    if (nextMcid !== mcid || nextReversed !== isReversed) flush()
    mcid = nextMcid
    isReversed = nextReversed
    isReplaced = marks.some((mark) => mark.actual !== undefined)
  }

  function startLine(y: number): void {
    if (clusters.length > 0 && Math.abs(baseline - y) > lineShift) flush()
    if (clusters.length === 0) baseline = y
  }

  return {
    flush,
    actual: () => marks.findLast((mark) => mark.actual !== undefined)?.actual,
    begin(mark) {
      marks.push(mark)
      settle()
    },
    end(y) {
      const actual = marks.at(-1)?.actual
      // Text that stands for what is drawn is in reading order already: one cluster.
      if (actual) {
        startLine(y)
        clusters.push(actual)
      }
      marks.pop()
      settle()
    },
    put(text, y) {
      if (text === '' || isReplaced) return
      startLine(y)
      if (isReversed) clusters.push(...text)
      else clusters.push(text)
    },
  }
}
