import { BaseSQLModelFeature, FeatureSpec, Index, type Int32, type Json, type Text } from "metaxy-compile/dsl";

/** One row per page of a scanned document. */
export class Page extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "document/page",
    idColumns: ["document_id", "page"],
    fields: ["image", "text"],
  });
  static override readonly tableArgs = [new Index({ name: "ix_page_scanned_at", columns: ["scanned_at"] })];

  document_id!: string;
  /** Page number, from 1. */
  page!: Int32;
  /** What optical character recognition found. */
  text!: Text;
  /** What the scanner reported. */
  scanner!: Json<{ model: string; dpi: number }> | null;
  scanned_at!: Date;
}
