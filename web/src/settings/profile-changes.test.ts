import { describe, expect, it } from '@jest/globals';
import { profileChanges } from './profile-changes.ts';

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe('profileChanges', () => {
  it('sends numbers as numbers and emptied fields as unknown', () => {
    const form = formOf({
      displayName: ' Ada ',
      timeZone: 'Europe/Berlin',
      units: 'mi',
      sex: '',
      birthYear: '',
      maxHeartRate: '188',
      restingHeartRate: '',
    });
    expect(profileChanges(form)).toEqual({
      displayName: 'Ada',
      timeZone: 'Europe/Berlin',
      units: 'mi',
      sex: null,
      birthYear: null,
      maxHeartRate: 188,
      restingHeartRate: null,
    });
  });
});
