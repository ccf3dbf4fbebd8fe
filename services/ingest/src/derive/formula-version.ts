/**
 * Raise it whenever parsing, cleaning or a formula changes what is stored about a run: every activity derived with
 * another version is then built again from its raw file.
 */
export const FORMULA_VERSION = 'derive/1';
