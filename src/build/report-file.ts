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

/** A report as the text of its file. */
export function reportText(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

/** Writes the report that `--report` asked for, if it did. @throws EnvironmentFault `output-failed` */
export async function writeReport(path: string | undefined, report: Report): Promise<void> {
  if (path) await writeWhole(path, reportText(report))
}
