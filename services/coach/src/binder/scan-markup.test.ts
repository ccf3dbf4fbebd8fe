import { describe, expect, it } from '@jest/globals';
import { bindWhole } from '../../test/bound-text.ts';

describe('markup', () => {
  it.each([
    ['See [the guide](https://x.test/a).', 'See the guide.'],
    ['See [the **guide**](https://x.test/a "title").', 'See the **guide**.'],
    ['See [the guide](javascript:alert(1)).', 'See the guide.'],
    ['See [the guide](data:text/html;base64,AAAA).', 'See the guide.'],
    ['See [the guide][1].', 'See the guide.'],
    ['See [the guide](/v1/session).', 'See the guide.'],
    ['[a](http://x.test)[b](http://y.test)', 'ab'],
    ['[outer [inner](http://x.test) text](http://y.test)', 'outer inner text'],
    ['[12.4 km](http://x.test)', '‹dist›'],
    ['![12.4 km](http://x.test/p.png) there', ' there'],
    ['![a](http://x.test/p.png?d=secret)there', 'there'],
    ['[![a](http://x.test/p.png)](http://y.test)there', 'there'],
    ['!\u200B[a](http://x.test/p.png)there', 'there'],
    ['Wow![a](http://x.test/p.png)', 'Wow!'],
    ['![a][ref] there', ' there'],
    ['[ref]: http://x.test/p.png\nThere.', '\nThere.'],
    ['<b>Bold</b> words', 'Bold words'],
    ['<img src=x onerror=alert(1)>There', 'There'],
    ['<script>alert()</script>There', 'alert()There'],
    ['<!-- hidden -->There', 'There'],
    ['<https://x.test/a>there', 'there'],
    ['&lt;img src=x&gt;There', 'There'],
    ['&#60;img src=x&#62;There', 'There'],
    ['&#60img src=x&#62There', 'There'],
    ['＜img src=x＞There', 'There'],
    ['<<b>script>There', '< script>There'],
    ['<sc<b>ript>There', 'ript>There'],
    ['Go to https://x.test/a?b=c now', 'Go to (link left out) now'],
    ['Go to HTTPS://X.TEST now', 'Go to (link left out) now'],
    ['Go to www.x.test, now', 'Go to (link left out), now'],
    ['Go to example.test/a now', 'Go to example. now'],
    ['Go to 1x.test/a now', 'Go to (link left out) now'],
    ['Go (see http://x.test/a) now', 'Go (see (link left out)) now'],
    ['Go javascript:alert(1) now', 'Go (link left out) now'],
    ['Go data:text/html,abc now', 'Go (link left out) now'],
    ['Go ftp://x.test now', 'Go (link left out) now'],
    ['Go run.com/path now', 'Go run. now'],
    [`Go https://x.test/${'a'.repeat(500)} now`, 'Go (link left out) now'],
    ['Data: none. File: none.', 'Data: none. File: none.'],
    ['[12.4 km]<b></b>(#fact:dist)', '[‹dist›] (#fact:dist)'],
    ['[a]\u200B(http://x.test)', 'a'],
    ['[a] (just words)', '[a] (just words)'],
    ['A [note. More] text', 'A [note. More] text'],
    ['An [open bracket', 'An [open bracket'],
    ['A < b, c > d and <', 'A < b, c > d and <'],
    ['{single} braces', '{single} braces'],
    ['&amp; &quot;so&quot; &hellip; &unknown; & &', '& "so" … &unknown; & &'],
    ['Tom &amp;lt; Jerry', 'Tom &lt; Jerry'],
  ])('%s', (text, expected) => {
    expect(bindWhole(text).shown).toBe(expected);
  });

  it.each([
    ['１２.４ km', '‹dist›'],
    ['١٢٫٤ km', '‹dist›'],
    ['१२.४ km', '‹dist›'],
    ['𝟏𝟐.𝟒 km', '‹dist›'],
    ['12.4 ㎞', '‹dist›'],
    ['1\u200B2.4 k\u200Dm', '‹dist›'],
    ['1\u00AD2.4 km', '‹dist›'],
    ['12.4\u00A0km', '‹dist›'],
    ['12.4\u202Fkm', '‹dist›'],
    ['12.4 ｋｍ', '‹dist›'],
    ['&#49;2.4 km', '‹dist›'],
    ['&#x31;2&period;4 km', '‹dist›'],
    ['1\u03362.4 km', '‹dist›'],
    ['5∶01/km', '‹pace›'],
    ['⁴ runs', '‹wruns›'],
    ['④ runs', '‹wruns›'],
    ['IV runs', '‹wruns›'],
    ['Ⅳ runs', '‹wruns›'],
    ['12.4\tkm', '‹dist›'],
  ])('%s is read as a reader reads it', (text, expected) => {
    expect(bindWhole(text).shown).toBe(expected);
  });

  it('drops what turns a line around', () => {
    expect(bindWhole('a\u202Eb\u2066c\u2069d\u0000e').shown).toBe('abcde');
  });
});
