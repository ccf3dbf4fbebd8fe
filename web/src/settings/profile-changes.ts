import type { UpdateProfile } from '@evensplit/contracts';
import { formText } from '../ui/form-text.ts';

/** The profile form as the API takes it: an emptied field means "not known", which is `null`. */
export function profileChanges(form: FormData): UpdateProfile {
  const sex = form.get('sex');
  return {
    displayName: formText(form, 'displayName').trim(),
    timeZone: formText(form, 'timeZone'),
    units: form.get('units') === 'mi' ? 'mi' : 'km',
    sex: sex === 'female' || sex === 'male' ? sex : null,
    birthYear: numberOf(form, 'birthYear'),
    maxHeartRate: numberOf(form, 'maxHeartRate'),
    restingHeartRate: numberOf(form, 'restingHeartRate'),
  };
}

function numberOf(form: FormData, name: string): number | null {
  const text = formText(form, name).trim();
  return text === '' ? null : Number(text);
}
