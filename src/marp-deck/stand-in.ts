import { pictureName } from '../guide/index.js'

/** What stands in the place of a picture that was not read: its name in a frame. */
export function standIn(address: string): string {
  const name = pictureName(address).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="270" viewBox="0 0 480 270"><rect x="1" y="1" width="478" height="268" fill="#F4F2ED" stroke="#8C8C8C" stroke-width="2" stroke-dasharray="8 6"/><text x="240" y="142" text-anchor="middle" font-family="IBM Plex Sans, DejaVu Sans, sans-serif" font-size="22" fill="#454545">${name}</text></svg>\n`
}

/** What stands in the place of a background that was not read: nothing, so that words over it can be read. */
export const EMPTY_BACKGROUND =
  '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9" viewBox="0 0 16 9"></svg>\n'
