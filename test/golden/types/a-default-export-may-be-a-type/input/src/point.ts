type Point<T = number> = { x: T; y: T };
export default Point;
