/** What a press came to, where the hall does not show it. */
export const counterAnswers = {
  success: {
    note: 'Catatan disimpan.',
    reprint: 'Diminta di anjungan yang memberi nomor ini.',
    reprintAt: (kiosk: string) => `Diminta di anjungan ${kiosk}. Struk keluar di sana.`,
    cannotPrint: (kiosk: string) =>
      `Anjungan ${kiosk} sedang tidak bisa mencetak. Periksa kertas dan printernya, lalu minta lagi.`,
  },
  failure: {
    intro: (action: string) => `${action} tidak berhasil.`,
    again: 'Aman ditekan lagi.',
  },
};
