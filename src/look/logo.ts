/** What a logo may take: `width` and `height` in the unit of choice, of a margin column. */
export interface LogoRoom {
  readonly width: number
  readonly height: number
}

/** The width of a logo that fills its room one way or the other, its proportions kept; a square where they are unknown. */
export function logoWidth(
  { width, height }: { readonly width?: number; readonly height?: number },
  room: LogoRoom,
): number {
  const ratio = width && height ? width / height : 1
  return Math.round(Math.min(room.width, room.height * ratio) * 10) / 10
}
