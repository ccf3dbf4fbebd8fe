import { TurnView } from '@evensplit/contracts';
import { describe, expect, it } from '@jest/globals';
import type { TurnRow } from './read-turn.ts';
import { viewTurn } from './view-turn.ts';

const created = new Date('2026-11-20T10:00:00Z');
const after = (s: number) => new Date(created.getTime() + s * 1000);

function aRow(fields: Partial<TurnRow> = {}): TurnRow {
  return {
    id: '00000000-0000-7000-8000-000000000001',
    athleteId: '00000000-0000-7000-8000-000000000002',
    conversationId: '00000000-0000-7000-8000-000000000003',
    question: 'Hello?',
    status: 'running',
    epoch: 1,
    answer: null,
    partial: 'Half an',
    partialSeq: 7,
    lastSeq: null,
    writer: 'baseline',
    errorCode: null,
    facts: [],
    lookedAt: [],
    strikes: 0,
    timeZone: 'Europe/Berlin',
    memoryId: null,
    createdAt: created,
    deadlineAt: after(120),
    finishedAt: null,
    now: after(30),
    ...fields,
  };
}

describe('a turn as its athlete sees it', () => {
  it('shows the saved text and the cursor where it ends', () => {
    const view = TurnView.parse(viewTurn(aRow()));
    expect(view).toMatchObject({
      status: 'running',
      text: 'Half an',
      cursor: '1-7',
      errorCode: null,
    });
  });

  it('keeps the cursor of the text when somebody has taken the turn over', () => {
    expect(viewTurn(aRow({ epoch: 2 })).cursor).toBe('1-7');
  });

  it('begins at the beginning when nothing is saved yet', () => {
    expect(viewTurn(aRow({ partial: '', partialSeq: 0 })).cursor).toBe('0-0');
  });

  it('shows a turn that nobody ended as lost, ten seconds after its deadline and not before', () => {
    expect(viewTurn(aRow({ now: after(130) })).status).toBe('running');
    expect(viewTurn(aRow({ now: after(130.1) }))).toMatchObject({
      status: 'error',
      errorCode: 'replica_lost',
      text: 'Half an',
      finishedAt: null,
    });
  });

  it('shows the answer and the terminal cursor of a finished turn', () => {
    const row = aRow({
      status: 'done',
      answer: 'All of it',
      partial: '',
      lastSeq: 12,
      finishedAt: after(31),
    });
    expect(TurnView.parse(viewTurn(row))).toMatchObject({
      status: 'done',
      text: 'All of it',
      cursor: '1-12',
    });
  });
});
