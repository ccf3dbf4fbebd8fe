import type { Fact, TurnEvent, TurnView } from '@evensplit/contracts';
import { describe, expect, it } from '@jest/globals';
import { endedTurn, nextTurnState, type TurnState, turnStateOf } from './turn-state.ts';

const running: TurnView = {
  id: 't',
  conversationId: 'c',
  question: 'How was my week?',
  status: 'running',
  text: '',
  writer: null,
  errorCode: null,
  facts: [],
  cursor: '0-0',
  createdAt: '2026-11-20T10:00:00Z',
  deadlineAt: '2026-11-20T10:02:00Z',
  finishedAt: null,
  now: '2026-11-20T10:00:00Z',
};

function fact(id: string): Fact {
  return {
    id,
    metric: 'week.distance',
    subject: 'week:2026-11-16',
    label: 'Distance',
    value: 42_100,
    unit: 'm',
    quality: 'measured',
    method: 'sum/1',
    from: [],
    lanes: ['file'],
    flags: [],
  };
}

const delta = (id: string, d: string): TurnEvent => ({ id, type: 'delta', data: { d } });
const end = (id: string, chars: number): TurnEvent => ({
  id,
  type: 'end',
  data: { status: 'done', writer: 'baseline', chars, retryable: false },
});

function play(events: TurnEvent[], from: TurnState = turnStateOf(running)): TurnState {
  return events.reduce((state, event) => nextTurnState(state, { kind: 'event', event }), from);
}

describe('the events of a turn', () => {
  it('build the answer and its receipts', () => {
    const state = play([
      { id: '1-1', type: 'status', data: { phase: 'started' } },
      { id: '1-2', type: 'receipt', data: { fact: fact('f1') } },
      delta('1-3', 'You ran '),
      delta('1-4', '42.1 km.'),
      end('1-5', 16),
    ]);
    expect(state).toMatchObject({
      status: 'done',
      text: 'You ran 42.1 km.',
      cursor: '1-5',
      writer: 'baseline',
      needsRow: false,
    });
    expect(state.facts.map(({ id }) => id)).toEqual(['f1']);
  });

  it('ignore what is delivered twice', () => {
    const state = play([
      delta('1-1', 'a'),
      delta('1-2', 'b'),
      delta('1-1', 'a'),
      delta('1-2', 'b'),
    ]);
    expect(state.text).toBe('ab');
  });

  it('stop at a gap and ask for the row', () => {
    const state = play([delta('1-1', 'a'), delta('1-3', 'c'), delta('1-4', 'd')]);
    expect(state).toMatchObject({ text: 'a', cursor: '1-1', needsRow: true });
  });

  it('go on after a gap from the row, and lose and repeat nothing', () => {
    const gap = play([delta('1-1', 'a'), delta('1-3', 'c')]);
    const row: TurnView = { ...running, text: 'abc', cursor: '1-3' };
    const mended = nextTurnState(gap, { kind: 'row', row });
    expect(play([delta('1-3', 'c'), delta('1-4', 'd'), end('1-5', 4)], mended)).toMatchObject({
      text: 'abcd',
      needsRow: false,
    });
  });

  it('are replaced by a snapshot, and the row is read at the end', () => {
    const state = play([
      delta('1-1', 'wrong'),
      { id: '1-9', type: 'snapshot', data: { text: 'right' } },
    ]);
    expect(state).toMatchObject({ text: 'right', cursor: '1-9' });
    expect(play([delta('1-10', '!'), end('1-11', 6)], state)).toMatchObject({
      text: 'right!',
      needsRow: true,
    });
  });

  it('ask for the row when the length at the end does not fit', () => {
    expect(play([delta('1-1', 'abc'), end('1-2', 5)]).needsRow).toBe(true);
  });

  it('say how a turn failed and keep its partial text', () => {
    const state = play([
      delta('1-1', 'half'),
      {
        id: '1-2',
        type: 'end',
        data: {
          status: 'error',
          errorCode: 'idle_timeout',
          writer: 'openai',
          chars: 4,
          retryable: true,
        },
      },
    ]);
    expect(state).toMatchObject({ status: 'error', errorCode: 'idle_timeout', text: 'half' });
  });

  it('change nothing after the end', () => {
    const done = play([delta('1-1', 'a'), end('1-2', 1)]);
    expect(play([delta('1-3', 'more')], done)).toBe(done);
  });
});

describe('the row of a turn', () => {
  it('does not set a live answer back', () => {
    const live = play([delta('1-1', 'a'), delta('1-2', 'b')]);
    const row: TurnView = { ...running, text: 'a', cursor: '1-1' };
    expect(nextTurnState(live, { kind: 'row', row })).toBe(live);
  });

  it('ends a turn whose events never arrived', () => {
    const row: TurnView = { ...running, status: 'error', errorCode: 'replica_lost', text: 'half' };
    expect(nextTurnState(turnStateOf(running), { kind: 'row', row })).toMatchObject({
      status: 'error',
      errorCode: 'replica_lost',
      text: 'half',
    });
  });

  it('of a turn that was followed to its end says what its events said', () => {
    const looked = { query: 'week', args: { weeksBack: 0 }, runs: 3, missing: [] } as const;
    const state = play([
      { id: '1-1', type: 'receipt', data: { fact: fact('f1') } },
      delta('1-2', 'You ran 42.1 km.'),
      {
        id: '1-3',
        type: 'end',
        data: {
          status: 'done',
          writer: 'openai',
          chars: 16,
          retryable: false,
          strikes: 2,
          lookedAt: [{ ...looked, missing: [] }],
        },
      },
    ]);
    const row = endedTurn(running, state);
    expect(row).toMatchObject({ id: 't', status: 'done', strikes: 2, lookedAt: [looked] });
    expect(turnStateOf(row)).toEqual(state);
  });
});
