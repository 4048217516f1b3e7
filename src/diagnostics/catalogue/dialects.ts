// 3xxx. What a dialect cannot do, or can do only otherwise.

export const dialectMessages = {} as const;
