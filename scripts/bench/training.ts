import { runTrainingBench } from '../../packages/training/bench/training.ts';
import type { Report } from './report.ts';

export async function trainingBench(): Promise<Report> {
  return runTrainingBench();
}
