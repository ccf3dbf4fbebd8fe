import { mondayOf } from '@evensplit/evidence';
import type { Answer, Lookup } from './answer.ts';
import { dayBefore, monthBack, nameMonth, nameWeek, nameYear } from './name-things.ts';
import { tellMonth, tellTwoMonths, tellYear } from './tell-month.ts';
import { tellPair, type Side } from './tell-pairs.ts';
import { tellBiggestMonth, tellBiggestWeek, tellUsualWeek, tellWeeks } from './tell-records.ts';
import { tellTwoWeeks, tellWeek } from './tell-week.ts';

type Periods =
  | 'week'
  | 'two weeks'
  | 'month'
  | 'two months'
  | 'year'
  | 'two years'
  | 'weeks'
  | 'usual week'
  | 'biggest week'
  | 'biggest month';

/** Every sheet of a month knows the one before it too. */
const MONTHS_OF_A_YEAR = [0, 2, 4, 6, 8, 10];

/** Weeks, months and years: one, two, or many of them. */
export const answersOfPeriods: { [T in Periods]: Answer<T> } = {
  week: async (asked, { read, today }) =>
    tellWeek(await read('week', { weeksBack: asked.weeksBack }), {
      ...asked,
      monday: mondayBack(asked.weeksBack, today),
      today,
    }),
  'two weeks': async ({ weeksBack, otherBack }, look) => {
    const { read, today } = look;
    if (otherBack !== undefined) {
      const [later, earlier] = [await weekSide(weeksBack, look), await weekSide(otherBack, look)];
      return tellPair(later, earlier, { isRunning: weeksBack === 0 });
    }
    return tellTwoWeeks(await read('compare', { weeksBack }), {
      weeksBack,
      monday: mondayBack(weeksBack, today),
      earlierMonday: mondayBack(weeksBack + 1, today),
      today,
    });
  },
  month: async (asked, { read, today }) =>
    tellMonth(await read('month', { monthsBack: asked.monthsBack }), { ...asked, today }),
  'two months': async ({ monthsBack, otherBack }, look) => {
    const { read, today } = look;
    if (otherBack !== undefined) {
      const [later, earlier] = [
        await monthSide(monthsBack, look),
        await monthSide(otherBack, look),
      ];
      return tellPair(later, earlier, { isRunning: monthsBack === 0 });
    }
    return tellTwoMonths(await read('month', { monthsBack }), { monthsBack, today });
  },
  year: async (asked, look) =>
    tellYear(await yearSheet(asked.yearsBack, look), { ...asked, today: look.today }),
  'two years': async ({ yearsBack, otherBack }, look) => {
    const [later, earlier] = [await yearSide(yearsBack, look), await yearSide(otherBack, look)];
    return tellPair(later, earlier, { isRunning: yearsBack === 0 });
  },
  weeks: async ({ count }, { read, today }) =>
    tellWeeks(await read('weeks', { count: count + 1 }), {
      count: count + 1,
      monday: mondayOf(today),
      today,
    }),
  'usual week': async (_, { read, today }) =>
    tellUsualWeek(await read('week', { weeksBack: 0 }), await read('weeks', { count: 5 }), today),
  'biggest week': async ({ within }, { read, today }) =>
    tellBiggestWeek(await read('weeks', { count: within === 'year' ? 53 : 104 }), {
      within,
      today,
    }),
  'biggest month': async (_, { read, today }) => {
    const months = [];
    for (const monthsBack of MONTHS_OF_A_YEAR) months.push(await read('month', { monthsBack }));
    return tellBiggestMonth(months, today);
  },
};

function mondayBack(weeks: number, today: string): string {
  return dayBefore(mondayOf(today), 7 * weeks);
}

async function weekSide(back: number, { read, today }: Lookup): Promise<Side> {
  const monday = mondayBack(back, today);
  return {
    unit: 'week',
    name: nameWeek(back, monday, today),
    subject: `week:${monday}`,
    sheet: await read('week', { weeksBack: back }),
  };
}

async function monthSide(back: number, { read, today }: Lookup): Promise<Side> {
  const name = nameMonth(back, today);
  return {
    unit: 'month',
    name: back < 2 ? name : `in ${name}`,
    subject: `month:${monthBack(back, today)}`,
    sheet: await read('month', { monthsBack: back }),
  };
}

async function yearSide(back: number, look: Lookup): Promise<Side> {
  return {
    unit: 'year',
    name: nameYear(back),
    subject: `year:${Number(look.today.slice(0, 4)) - back}`,
    sheet: await yearSheet(back, look),
  };
}

/** The sheet of a year's last month knows the year up to its end. */
function yearSheet(yearsBack: number, { read, today }: Lookup) {
  const monthsBack = yearsBack === 0 ? 0 : Number(today.slice(5, 7)) + 12 * (yearsBack - 1);
  return read('month', { monthsBack });
}
