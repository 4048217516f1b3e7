// MXC1013
import { BaseFeature } from "metaxy-compile/dsl";

const A = "0123456789abcdef";
const B = A + A;
const C = B + B;
const D = C + C;
const E = D + D;
const F = E + E;
const G = F + F;
const H = G + G;
const I = H + H;
const J = I + I;
const K = J + J;
const L = K + K;
const M = L + L;
const N = M + M;
const O = N + N;
const P = O + O;

export class Rejected extends BaseFeature {
  static override readonly spec = { key: "rejected", idColumns: ["id"], metadata: { value: P } };

  id!: string;
}
