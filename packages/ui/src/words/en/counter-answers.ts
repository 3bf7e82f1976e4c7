import type { counterAnswers as id } from '../id/counter-answers.ts';

export const counterAnswers: typeof id = {
  success: {
    note: 'Note saved.',
    reprint: 'Asked for at the kiosk that gave this number.',
    reprintAt: (kiosk) => `Asked for at kiosk ${kiosk}. The slip comes out there.`,
    cannotPrint: (kiosk) => `Kiosk ${kiosk} cannot print now. Look at its paper and printer, then ask again.`,
  },
  failure: {
    intro: (action: string) => `${action} did not succeed.`,
    again: 'Safe to press again.',
  },
};
