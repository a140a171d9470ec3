import { SaxesParser, type SaxesTagNS } from 'saxes'
import { Stopped } from './stopped.js'

/** What an SVG holds, in order. */
export interface SvgHandler {
  open(tag: SaxesTagNS): void
  text(text: string): void
  close(tag: SaxesTagNS): void
  /** A style sheet of the document's own is asked for. */
  styleSheet(): void
}

/**
 * Parses an SVG strictly, without entities of its own.
 * @throws Stopped where it is no well-formed XML in UTF-8, or defines entities
 */
export function parseSvg(source: string, handler: SvgHandler): void {
  const parser = new SaxesParser({ xmlns: true, position: true })
  parser.on('error', (error) => {
    throw new Stopped(
      'broken',
      `it is not well-formed XML (${error.message.replace(/^(?:undefined:)?(\d+):\d+: /, 'line $1: ')})`,
    )
  })
  parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
    if (!/^(?:utf-?8|us-ascii)$/i.test(encoding))
      throw new Stopped('refused', `it says that it is written in ${encoding.slice(0, 20)}: save it as UTF-8`)
  })
  parser.on('doctype', (text) => {
    if (/<!(?:ENTITY|ATTLIST|ELEMENT)/i.test(text) || text.includes('['))
      throw new Stopped('refused', 'it defines XML entities: export it again without')
  })
  parser.on('processinginstruction', ({ target }) => {
    if (/^xml-stylesheet$/i.test(target)) handler.styleSheet()
  })
  parser.on('opentag', (tag) => handler.open(tag))
  parser.on('text', (text) => handler.text(text))
  parser.on('cdata', (text) => handler.text(text))
  parser.on('closetag', (tag) => handler.close(tag))
  parser.write(source).close()
}
