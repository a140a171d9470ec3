import { basename, dirname, join } from 'node:path'

/**
 * Where the guide of a PDF may be, the likeliest first: where the report beside it says, then where guides of its name
 * are kept.
 * @param report text of the report.json beside the PDF
 */
export function guidesOf(
  pdf: string,
  { report, name = basename(dirname(pdf)) }: { readonly report?: string; readonly name?: string | undefined },
): readonly string[] {
  return [
    ...guideIn(report),
    join('content', name, 'guide.md'),
    join(name, 'guide.md'),
    `${name}.md`,
    join('content', `${name}.md`),
  ]
}

function guideIn(report: string | undefined): readonly string[] {
  if (report === undefined) return []
  try {
    const { guide } = JSON.parse(report) as { guide?: unknown }
    return typeof guide === 'string' ? [guide] : []
  } catch {
    return []
  }
}
