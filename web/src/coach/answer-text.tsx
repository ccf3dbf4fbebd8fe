import { Fragment } from 'react';
import { ReceiptButton } from '../receipts/receipt-button.tsx';
import { type Block, type Inline, parseAnswer } from './parse-answer.ts';

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
          {block.lines.map((line, index) => (
            <Fragment key={index}>
              {index > 0 && <br />}
              <Inlines parts={line} />
            </Fragment>
          ))}
        </p>
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
      return block.ordered ? (
        <ol className="flex list-decimal flex-col gap-1.5 pl-6 marker:text-muted">{items}</ol>
      ) : (
        <ul className="flex list-disc flex-col gap-1.5 pl-6 marker:text-accent">{items}</ul>
      );
    }
  }
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
      case 'receipt':
        return (
          <ReceiptButton key={index} factId={part.factId} tail={part.tail}>
            {part.text}
          </ReceiptButton>
        );
    }
  });
}
