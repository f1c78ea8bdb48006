/** Moving, turning and scaling points: matrices of sixteen numbers, column after column, as in glTF 2.0. */
export type Matrix = readonly number[];

export const still: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

export function times(a: Matrix, b: Matrix): Matrix {
  const out: number[] = [];
  for (let column = 0; column < 4; column++)
    for (let row = 0; row < 4; row++) {
      let sum = 0;
      for (let k = 0; k < 4; k++) sum += a[k * 4 + row]! * b[column * 4 + k]!;
      out[column * 4 + row] = sum;
    }
  return out;
}

/** Scaled, then turned by a quaternion, then moved. */
export function placed(move: number[], turn: number[], scale: number[]): Matrix {
  const length = Math.hypot(...turn) || 1;
  const [x, y, z, w] = turn.map((value) => value / length) as [number, number, number, number];
  const [sx, sy, sz] = scale as [number, number, number];
  return [
    (1 - 2 * (y * y + z * z)) * sx,
    2 * (x * y + z * w) * sx,
    2 * (x * z - y * w) * sx,
    0,
    2 * (x * y - z * w) * sy,
    (1 - 2 * (x * x + z * z)) * sy,
    2 * (y * z + x * w) * sy,
    0,
    2 * (x * z + y * w) * sz,
    2 * (y * z - x * w) * sz,
    (1 - 2 * (x * x + y * y)) * sz,
    0,
    move[0]!,
    move[1]!,
    move[2]!,
    1,
  ];
}

export function movedPoints(points: Float32Array, m: Matrix): Float32Array {
  const out = new Float32Array(points.length);
  for (let at = 0; at + 2 < points.length; at += 3) {
    const [x, y, z] = [points[at]!, points[at + 1]!, points[at + 2]!];
    out[at] = m[0]! * x + m[4]! * y + m[8]! * z + m[12]!;
    out[at + 1] = m[1]! * x + m[5]! * y + m[9]! * z + m[13]!;
    out[at + 2] = m[2]! * x + m[6]! * y + m[10]! * z + m[14]!;
  }
  return out;
}

/** By the cofactors, which also serve where a scale is uneven or nothing; whoever draws makes them of length one. */
export function movedNormals(normals: Float32Array, m: Matrix): Float32Array {
  const [a, b, c] = [m[0]!, m[1]!, m[2]!];
  const [d, e, f] = [m[4]!, m[5]!, m[6]!];
  const [g, h, i] = [m[8]!, m[9]!, m[10]!];
  const out = new Float32Array(normals.length);
  for (let at = 0; at + 2 < normals.length; at += 3) {
    const [x, y, z] = [normals[at]!, normals[at + 1]!, normals[at + 2]!];
    out[at] = (e * i - f * h) * x + (c * h - b * i) * y + (b * f - c * e) * z;
    out[at + 1] = (f * g - d * i) * x + (a * i - c * g) * y + (c * d - a * f) * z;
    out[at + 2] = (d * h - e * g) * x + (b * g - a * h) * y + (a * e - b * d) * z;
  }
  return out;
}
