import { factQueryNames } from '@evensplit/contracts';
import { describe, expect, it } from '@jest/globals';
import { modelTools, readToolCall } from './tools.ts';

describe('the tools of a model', () => {
  it('are the questions of the registry, and none takes an athlete', () => {
    expect(modelTools.map(({ name }) => name)).toEqual([...factQueryNames]);
    for (const { parameters, description } of modelTools) {
      expect(parameters).toMatchObject({ type: 'object', additionalProperties: false });
      expect(JSON.stringify(parameters)).not.toMatch(/athlete/i);
      expect(description.length).toBeGreaterThan(20);
    }
    expect(modelTools.find(({ name }) => name === 'week')?.parameters).toEqual({
      type: 'object',
      properties: { weeksBack: { default: 0, type: 'integer', minimum: 0, maximum: 520 } },
      additionalProperties: false,
    });
  });

  it('reads arguments by the schema of the question, and drops what it does not know', () => {
    const read = (name: string, args: Record<string, unknown> | undefined) =>
      readToolCall({ name, args });
    expect(read('week', {})).toEqual({ query: 'week', args: { weeksBack: 0 } });
    expect(read('week', { weeksBack: 2, athleteId: 'somebody-else' })).toEqual({
      query: 'week',
      args: { weeksBack: 2 },
    });
    for (const args of [undefined, { weeksBack: 'many' }, { weeksBack: -1 }]) {
      expect(read('week', args)).toBeUndefined();
    }
    expect(read('activity', { activityId: 'x' })).toBeUndefined();
    expect(read('read_environment', {})).toBeUndefined();
    expect(read('toString', {})).toBeUndefined();
  });
});
