/** Bytes; a larger picture would make a deck that no mail takes. */
export const LARGEST_PICTURE = 25_000_000

/** Bytes of all pictures of a guide, each as often as it is shown. */
export const LARGEST_SUM = 200_000_000

/** Pixels; a picture of a few kB can unpack to gigabytes. */
export const MOST_PIXELS = 100_000_000

/** Pixels of all pictures of a guide: 80 photographs of 12 megapixels. */
export const MOST_PIXELS_IN_ALL = 1_000_000_000

/** Different pictures of a guide. */
export const MOST_PICTURES = 2_000
