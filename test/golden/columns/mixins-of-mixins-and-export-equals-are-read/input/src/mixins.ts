type Constructor = new (...args: any[]) => object;

export const WithTimes = <T extends Constructor>(Base: T) =>
  class extends Base {
    /** When it came. */
    seen_at!: Date;
  };

export function WithStay<T extends Constructor>(Base: T) {
  return class extends WithTimes(Base) {
    left_at!: Date | null;
  };
}
