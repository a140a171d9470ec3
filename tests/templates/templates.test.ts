import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { handoutHtml } from '../../src/handout/index.js'
import { loadTemplates, productFolder } from '../../src/templates/index.js'
import { contextFor, sampleGuide } from '../handout/sample-guide.js'

const override = mkdtempSync(join(tmpdir(), 'deckhand-templates-'))
cpSync(join(productFolder(), 'templates'), override, { recursive: true })
afterAll(() => rmSync(override, { recursive: true }))

describe('templates', () => {
  it('give the same where the bundle compiled them and where they are compiled anew', async () => {
    const guide = await sampleGuide()
    const bundled = handoutHtml(guide, contextFor(guide))
    appendFileSync(join(override, 'handout', 'paragraph.hbs'), '{{! Not the text that was bundled. }}')
    const templates = await loadTemplates({ folder: 'handout', override })
    expect(handoutHtml(guide, contextFor(guide, { templates }))).toBe(bundled)
  })

  it('of the user stand in the place of ours, though ours are bundled', async () => {
    const guide = await sampleGuide()
    appendFileSync(join(override, 'handout', 'paragraph.hbs'), '<p>Printed by us</p>')
    const templates = await loadTemplates({ folder: 'handout', override })
    expect(handoutHtml(guide, contextFor(guide, { templates }))).toContain('<p>Printed by us</p>')
  })
})
