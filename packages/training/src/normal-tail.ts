/**
 * Two-sided tail of the standard normal distribution beyond |z|. Complementary error function after Press et al., *Numerical Recipes*
 * (Chebyshev fit, fractional error below 1.2e-7 everywhere), so that far tails keep their relative size.
 */
export function twoSidedNormalTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const coefficients = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398,
    1.48851587, -0.82215223, 0.17087277,
  ];
  const fit = coefficients.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  return t * Math.exp(-x * x + fit);
}
