export class {
