import type { PdfMetadata } from './metadata.js'

export interface XmpMetadata extends PdfMetadata {
  readonly producer: string | undefined
  /** A PDF without tags is for archives only. */
  readonly isTagged: boolean
}

/**
 * What a PDF says about itself for archives and for assistive tools: that it keeps to PDF/UA-1 and PDF/A-2a, and what
 * the information dictionary says (ISO 19005-2, 6.6; ISO 14289-1, 5).
 */
export function xmpPacket(metadata: XmpMetadata): string {
  const { title, lang, author, date, subject, keywords, producer, isTagged } = metadata
  const moment = date === undefined ? undefined : `${date}T00:00:00Z`
  const properties = [
    '<pdfaid:part>2</pdfaid:part>',
    `<pdfaid:conformance>${isTagged ? 'A' : 'B'}</pdfaid:conformance>`,
    isTagged && '<pdfuaid:part>1</pdfuaid:part>',
    `<dc:title>${inLanguage(title)}</dc:title>`,
    `<dc:language><rdf:Bag><rdf:li>${escape(lang)}</rdf:li></rdf:Bag></dc:language>`,
    author && `<dc:creator><rdf:Seq><rdf:li>${escape(author)}</rdf:li></rdf:Seq></dc:creator>`,
    subject && `<dc:description>${inLanguage(subject)}</dc:description>`,
    keywords && `<pdf:Keywords>${escape(keywords)}</pdf:Keywords>`,
    producer && `<pdf:Producer>${escape(producer)}</pdf:Producer>`,
    '<xmp:CreatorTool>Deckhand</xmp:CreatorTool>',
    moment && `<xmp:CreateDate>${moment}</xmp:CreateDate>`,
    moment && `<xmp:ModifyDate>${moment}</xmp:ModifyDate>`,
    isTagged && PDFUA_SCHEMA,
  ].filter((property) => property)
  const spaces = Object.entries(NAMESPACES).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" ${spaces.join(' ')}>
${properties.join('\n')}
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}

const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
}

/** PDF/A knows nothing of PDF/UA, and wants each property that it does not know described. */
const PDFUA_SCHEMA = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${NAMESPACES.pdfuaid}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>`

function inLanguage(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt>`
}

/** Control characters have no place in XML. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\uFFFD]|[\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
