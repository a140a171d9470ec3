/** The state of a section of the guide when the PDF was made. */
export interface SectionState {
  /** '' for what stands before the first section. */
  readonly id: string
  /** In hex. */
  readonly hash: string
}

/** As the metadata holds them: "hash:id hash:id". */
export function writeSections(sections: readonly SectionState[]): string {
  return sections.map(({ id, hash }) => `${hash}:${encodeURI(id)}`).join(' ')
}

export function readSections(text: string): readonly SectionState[] {
  return [...text.matchAll(/([0-9a-f]+):(\S*)/g)].map(([, hash = '', id = '']) => ({
    id: decodeId(id),
    hash,
  }))
}

function decodeId(id: string): string {
  try {
    return decodeURI(id)
  } catch {
    return id
  }
}
