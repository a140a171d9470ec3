import { writeWhole } from '../disk/index.js'
import type { Finding } from '../finding/index.js'
import { reportedFinding, type Report } from './report.js'

/** The report of a guide that was not built. */
export function failedReport(
  guide: { readonly file: string; readonly hash: string },
  findings: readonly Finding[],
  deckhand: string,
): Report {
  return {
    guide: guide.file,
    deckhand,
    hash: guide.hash,
    sections: [],
    outputs: [],
    findings: findings.map(reportedFinding),
    timings: {},
  }
}

/** A report, or a list of them, as the text of its file. */
export function reportText(report: Report | readonly Report[]): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

/** Writes what `--report` asked for. @throws EnvironmentFault `output-failed` */
export async function writeReport(path: string, report: Report | readonly Report[]): Promise<void> {
  await writeWhole(path, reportText(report))
}
