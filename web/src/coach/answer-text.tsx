import { Fragment } from 'react';
import { ReceiptButton } from '../receipts/receipt-button.tsx';
import { type Block, parseAnswer } from './parse-answer.ts';
import type { Inline } from './parse-inline.ts';

export function AnswerText({ text, streaming = false }: { text: string; streaming?: boolean }) {
  return (
    <div className="flex max-w-prose flex-col gap-3 text-[1.0625rem] leading-[1.65]">
      {parseAnswer(text, streaming).map((block, index) => (
        <AnswerBlock key={index} block={block} />
      ))}
    </div>
  );
}

function AnswerBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Lines lines={block.lines} />
        </p>
      );
    case 'quote':
      return (
        <blockquote className="border-l-4 border-line pl-4 text-muted">
          <Lines lines={block.lines} />
        </blockquote>
      );
    case 'heading':
      return (
        <p className="mt-2 font-semibold">
          <Inlines parts={block.content} />
        </p>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index} className="pl-1">
          <Inlines parts={item} />
        </li>
      ));
      const inset = `flex flex-col gap-1.5 ${block.level === 1 ? 'pl-12' : 'pl-6'}`;
      return block.ordered ? (
        <ol start={block.start} className={`${inset} list-decimal marker:text-muted`}>
          {items}
        </ol>
      ) : (
        <ul className={`${inset} list-disc marker:text-accent`}>{items}</ul>
      );
    }
    case 'table':
      return <AnswerTable head={block.head} rows={block.rows} />;
  }
}

/** Wider than a phone, it scrolls by itself, also from the keyboard. */
function AnswerTable({ head, rows }: { head: Inline[][] | null; rows: Inline[][][] }) {
  return (
    <div
      role="region"
      aria-label="Table"
      tabIndex={0}
      className="overflow-x-auto rounded-xl border border-line bg-surface"
    >
      <table className="w-full text-left text-base">
        {head && (
          <thead className="eyebrow border-b border-line">
            <tr>
              {head.map((cell, index) => (
                <th key={index} scope="col" className="px-4 py-2 font-semibold">
                  <Inlines parts={cell} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody className="divide-y divide-line">
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, index) => (
                <td key={index} className="min-w-24 px-4 py-2 align-top">
                  <Inlines parts={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Lines({ lines }: { lines: readonly Inline[][] }) {
  return lines.map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      <Inlines parts={line} />
    </Fragment>
  ));
}

function Inlines({ parts }: { parts: readonly Inline[] }) {
  return parts.map((part, index) => {
    switch (part.kind) {
      case 'text':
        return <Fragment key={index}>{part.text}</Fragment>;
      case 'strong':
        return (
          <strong key={index} className="font-semibold">
            {part.text}
          </strong>
        );
      case 'emphasis':
        return <em key={index}>{part.text}</em>;
      case 'receipt':
        return (
          <ReceiptButton key={index} factId={part.factId} tail={part.tail}>
            {part.text}
          </ReceiptButton>
        );
    }
  });
}
