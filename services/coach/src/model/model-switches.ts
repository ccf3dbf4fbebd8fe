import type { ControlPoll } from '@evensplit/platform/auth/control-poll';
import type { ModelLine } from './model-line.ts';

/** What the operator has configured, and what of it is not switched off right now. */
export type ModelSwitches = {
  isConfigured(): boolean;
  isOpen(line: ModelLine): boolean;
  /** In the operator's order. */
  open(): readonly ModelLine[];
};

export function readSwitches(
  control: Pick<ControlPoll, 'setting'>,
  lines: readonly ModelLine[],
): ModelSwitches {
  function isOpen({ provider }: ModelLine): boolean {
    if (control.setting('coach.llm') === false) return false;
    return control.setting(`coach.provider.${provider.name}`) !== false;
  }
  return { isConfigured: () => lines.length > 0, isOpen, open: () => lines.filter(isOpen) };
}
