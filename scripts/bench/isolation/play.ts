import type { Chapter } from './chapters.ts';
import type { Scene } from './scene.ts';

/** Idle, a chapter, idle, a chapter …, idle: no state is far from the idle rounds it is compared with. */
export async function playChapters(scene: Scene, chapters: Chapter[]): Promise<void> {
  const chosen = chapters.filter(({ states }) => states.some((one) => scene.wanted.includes(one)));
  for (const chapter of chosen) {
    await scene.idle();
    await chapter.play(scene);
    await scene.pressure.act('quiet');
    await scene.arrangement.reset();
  }
  if (chosen.length > 0) await scene.idle();
}
