type Constructor = abstract new (...args: any[]) => object;

export function Tagged<T extends Constructor>(Base: T) {
  abstract class WithTags extends Base {
    tags!: string[];
  }
  return WithTags;
}
