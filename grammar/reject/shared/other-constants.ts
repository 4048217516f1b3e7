export const SIZE = 2;
