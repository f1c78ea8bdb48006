import { sayZone } from '#app/ui/moment.ts';
import { programmeByDay } from '#app/features/site/programme.ts';

export const load = async ({ parent }) => {
  const { settings } = await parent();
  return { title: 'Programme', days: programmeByDay(settings), zone: sayZone(settings.about.zone) };
};
