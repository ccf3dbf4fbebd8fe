import type { Responder, ResponderEvent } from './responder.ts';

/** The remark goes out with the first words: a responder that stays silent leaves it to the next one. */
export function remarkFirst(responder: Responder, remark: string): Responder {
  return {
    ...responder,
    async *respond(question, signal) {
      let spoke = false;
      for await (const event of responder.respond(question, signal)) {
        if (!spoke && speaks(event)) {
          spoke = true;
          yield { type: 'text', text: `${remark}\n\n` };
        }
        yield event;
      }
    },
  };
}

/** Whether the reader sees something of it. */
export function speaks(event: ResponderEvent): boolean {
  return event.type === 'receipt' || (event.type === 'text' && event.text.trim() !== '');
}
