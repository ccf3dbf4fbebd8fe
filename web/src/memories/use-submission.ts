import type { NewMemory } from '@evensplit/contracts';
import { useRef } from 'react';
import { newSubmission } from '../coach/submit-question.ts';
import type { MemorySubmission } from './memories-api.ts';

/** The same words sent again after a failure carry the same key, so that they are kept once. */
export function useSubmission() {
  const last = useRef<{ words: string; key: string } | null>(null);
  return {
    of(body: NewMemory): MemorySubmission {
      const words = JSON.stringify(body);
      if (last.current?.words !== words) {
        last.current = { words, key: newSubmission({ text: words }).key };
      }
      return { key: last.current.key, body };
    },
    settle(): void {
      last.current = null;
    },
  };
}
