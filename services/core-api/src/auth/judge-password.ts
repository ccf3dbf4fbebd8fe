import { passwordRules } from '@evensplit/contracts';
import { AppError } from '@evensplit/platform/app-error';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';

const estimator = new ZxcvbnFactory({
  dictionary: { ...common.dictionary },
  graphs: common.adjacencyGraphs,
});

/**
 * Length, and not guessable (NIST 800-63B-4): no rules about kinds of characters, which only make passwords worse.
 * `about` are words an attacker who knows the athlete would try first. Throws `weak_password` naming the rule.
 */
export function judgePassword(password: string, about: string[]): void {
  const length = Array.from(password).length;
  if (length < passwordRules.minLength)
    throw new AppError(
      'weak_password',
      `The password has ${length} characters; use at least ${passwordRules.minLength}. Several words work well.`,
    );
  if (length > passwordRules.maxLength)
    throw new AppError(
      'weak_password',
      `The password is longer than ${passwordRules.maxLength} characters.`,
    );
  const words = about.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter(Boolean);
  const { score } = estimator.check(password, [...words, 'evensplit']);
  if (score < 3)
    throw new AppError(
      'weak_password',
      'This password is easy to guess: avoid repeated or well-known phrases and your own name.',
    );
}
