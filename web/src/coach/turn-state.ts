import type {
  Fact,
  LookedAt,
  TurnErrorCode,
  TurnEvent,
  TurnStatus,
  TurnView,
  Writer,
} from '@evensplit/contracts';

export type TurnState = {
  status: TurnStatus;
  text: string;
  phase: { phase: string; tool: string | null } | null;
  facts: readonly Fact[];
  /** Up to where the text is complete; a reconnect resumes from here. */
  cursor: string;
  writer: Writer | null;
  errorCode: TurnErrorCode | null;
  /** Numbers of a model that were left out of the answer. */
  strikes: number;
  lookedAt: readonly LookedAt[];
  /** Something is missing or uncertain: the row has to be fetched, and deltas wait until it has been. */
  needsRow: boolean;
  sawSnapshot: boolean;
};

export type TurnAction = { kind: 'event'; event: TurnEvent } | { kind: 'row'; row: TurnView };

const writing = { phase: 'writing', tool: null };

export function turnStateOf(row: TurnView): TurnState {
  return {
    status: row.status,
    text: row.text,
    phase: null,
    facts: row.facts,
    cursor: row.cursor,
    writer: row.writer,
    errorCode: row.errorCode,
    strikes: row.strikes ?? 0,
    lookedAt: row.lookedAt ?? [],
    needsRow: false,
    sawSnapshot: false,
  };
}

/** The row of a turn that was followed to its end, without reading it again. */
export function endedTurn(row: TurnView, state: TurnState): TurnView {
  const { status, text, writer, errorCode, facts, cursor, strikes, lookedAt } = state;
  return {
    ...row,
    status,
    text,
    writer,
    errorCode,
    facts: [...facts],
    cursor,
    ...(strikes > 0 ? { strikes } : {}),
    ...(lookedAt.length > 0 ? { lookedAt: [...lookedAt] } : {}),
  };
}

/** What a turn looks like after one more event, or after its row was read. Nothing here invents an outcome. */
export function nextTurnState(state: TurnState, action: TurnAction): TurnState {
  return action.kind === 'row' ? takeRow(state, action.row) : takeEvent(state, action.event);
}

function takeRow(state: TurnState, row: TurnView): TurnState {
  if (state.status !== 'running' && !state.needsRow) return state;
  if (row.status !== 'running') return turnStateOf(row);
  // The saved text trails the live one: it only helps when that was lost, or does not come.
  const ahead = compareCursors(row.cursor, state.cursor);
  if (state.needsRow ? ahead < 0 : ahead <= 0) return state;
  return { ...turnStateOf(row), facts: mergeFacts(state.facts, row.facts), phase: state.phase };
}

function takeEvent(state: TurnState, event: TurnEvent): TurnState {
  if (state.status !== 'running') return state;
  switch (event.type) {
    case 'snapshot':
      return {
        ...state,
        text: event.data.text,
        cursor: event.id,
        needsRow: false,
        sawSnapshot: true,
      };
    case 'end': {
      const { status, errorCode, writer, chars, strikes, lookedAt } = event.data;
      return {
        ...state,
        status,
        writer,
        errorCode: errorCode ?? null,
        strikes: strikes ?? 0,
        lookedAt: lookedAt ?? [],
        cursor: event.id,
        phase: null,
        needsRow: state.needsRow || state.sawSnapshot || chars !== state.text.length,
      };
    }
    case 'delta':
    case 'status':
    case 'receipt': {
      if (compareCursors(event.id, state.cursor) <= 0) return state;
      if (state.needsRow) return state;
      if (!follows(state.cursor, event.id)) return { ...state, needsRow: true };
      const next = { ...state, cursor: event.id };
      if (event.type === 'delta')
        return { ...next, text: state.text + event.data.d, phase: writing };
      if (event.type === 'receipt') {
        return { ...next, facts: mergeFacts(state.facts, [event.data.fact]) };
      }
      return { ...next, phase: { phase: event.data.phase, tool: event.data.tool ?? null } };
    }
  }
}

function mergeFacts(known: readonly Fact[], more: readonly Fact[]): readonly Fact[] {
  const ids = new Set(known.map(({ id }) => id));
  const added = more.filter(({ id }) => !ids.has(id));
  return added.length > 0 ? [...known, ...added] : known;
}

function parse(cursor: string): [epoch: number, seq: number] {
  const [epoch, seq] = cursor.split('-').map(Number);
  return [epoch ?? 0, seq ?? 0];
}

function compareCursors(a: string, b: string): number {
  const [epochA, seqA] = parse(a);
  const [epochB, seqB] = parse(b);
  return epochA - epochB || seqA - seqB;
}

/** After `1-4` comes `1-5`; after the very beginning comes `1-1`. */
function follows(cursor: string, id: string): boolean {
  const [epoch, seq] = parse(cursor);
  const [nextEpoch, nextSeq] = parse(id);
  if (epoch === 0) return nextSeq === 1;
  return nextEpoch === epoch && nextSeq === seq + 1;
}
