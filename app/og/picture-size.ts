/** Size in pixels of the pictures that stand for a page in previews. */
export const PICTURE_SIZE = { width: 1200, height: 630 };
