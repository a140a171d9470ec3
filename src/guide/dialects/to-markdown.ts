import type { Finding } from '../../finding/index.js'
import type { ReadFrontMatter } from '../front-matter/index.js'
import { withLessonPoints } from './lesson-points.js'
import { mayHoldDefinitions } from './definition-lists.js'
import { sourceLines, type Lines } from './lines.js'
import { mayHoldEscapedMaths } from './escaped-maths.js'
import { mayInclude, withoutIncludes } from './includes.js'
import { mayHoldPymdownBlocks, withoutPymdownBlocks } from './pymdown-blocks.js'
import { mayHoldInlineMarks, withoutInlineMarks } from './inline-marks.js'
import { mayHoldLearn, withoutLearn } from './learn.js'
import { mayHoldLineMarks, withoutLineMarks } from './line-marks.js'
import { mayHoldMarkdownInHtml, withMarkdownInHtml } from './markdown-in-html.js'
import { isMkdocs, withoutMkdocs } from './mkdocs.js'
import { isObsidian, withoutObsidian } from './obsidian.js'
import { isMdx, withoutMdx } from './mdx.js'
import { mayHoldMyst, withoutMyst } from './myst-directives.js'
import { slideToolOf, withoutSlideMarks } from './slide-tools.js'
import { expandTagBlocks } from './tag-blocks.js'
import { mayHoldTags } from './tags.js'
import { withoutTemplateTags } from './template-tags.js'

/** A page as its tool knows it. */
export interface Page {
  /** Its lines, without front matter. */
  readonly text: readonly string[]
  readonly file: string
  readonly frontMatter: Pick<ReadFrontMatter, 'kind' | 'points' | 'substitutions'>
}

export interface Markdown {
  readonly lines: Lines
  /** MDX indents as it likes: nothing is code by its indentation. */
  readonly hasIndentedCode: boolean
  /** Whether there may be maths between `\(` and `\)`. */
  readonly hasEscapedMaths: boolean
  /** Whether there may be definition lists: nothing else asks for their parser. */
  readonly hasDefinitions: boolean
  readonly findings: readonly Finding[]
}

/** Rewrites what other tools add to Markdown as Markdown and directives, a pass for each, where a page holds such at all. */
export function toMarkdown({ text, file, frontMatter }: Page): Markdown {
  const { kind, points, substitutions } = frontMatter
  const findings: Finding[] = []
  let lines = withLessonPoints(sourceLines(text), points)
  const isProgram = kind === 'docusaurus' || isMdx(text)
  const tool = slideToolOf(text, kind)
  if (tool) lines = withoutSlideMarks(lines, tool)
  if (mayInclude(text)) {
    const included = withoutIncludes(lines, file)
    lines = included.lines
    findings.push(...included.findings)
  }
  const isVault = isObsidian(text, kind)
  if (isVault) {
    const vault = withoutObsidian(lines, file)
    lines = vault.lines
    findings.push(...vault.findings)
  }
  // From the outside in: what stands in a box is prose only when the box is none of its tool's any more.
  if (mayHoldLearn(text)) lines = withoutLearn(lines)
  if (mayHoldMyst(text)) {
    const myst = withoutMyst(lines, file)
    lines = myst.lines
    findings.push(...myst.findings)
  }
  if (mayHoldPymdownBlocks(text)) lines = withoutPymdownBlocks(lines)
  if (isMkdocs(text)) lines = withoutMkdocs(lines)
  if (mayHoldLineMarks(text)) lines = withoutLineMarks(lines, kind === 'myst')
  if (isProgram) {
    const mdx = withoutMdx(lines, file)
    lines = mdx.lines
    findings.push(...mdx.findings)
  }
  if (text.some(mayHoldTags)) {
    lines = expandTagBlocks(lines, kind === 'jekyll' || kind === 'carpentries')
    const tags = withoutTemplateTags(lines, file, substitutions)
    lines = tags.lines
    findings.push(...tags.findings)
  }
  if (mayHoldMarkdownInHtml(text)) lines = withMarkdownInHtml(lines)
  if (mayHoldInlineMarks(text)) lines = withoutInlineMarks(lines, isVault)
  return {
    lines,
    hasIndentedCode: !isProgram,
    hasEscapedMaths: lines.text.some(mayHoldEscapedMaths),
    hasDefinitions: mayHoldDefinitions(lines.text),
    findings,
  }
}
