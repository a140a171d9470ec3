/** A picture's file brought to its first frame; or why it shows nothing. */
export type Still = { readonly bytes: Uint8Array } | { readonly broken: string }

export const ENDS_EARLY: Still = { broken: 'it ends too early' }

/** Parts of a file one after another, as one. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Four letters that name a chunk or a box. */
export function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
