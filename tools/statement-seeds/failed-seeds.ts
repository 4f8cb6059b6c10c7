/**
 * Seeds that the engine once read wrongly and now reads, or at least flags: what was wrong, for when it comes back. A seed
 * stands for one statement as long as the generator draws the same; where it has changed, the seed goes.
 */
export const failedSeeds: readonly { seed: number; mutated?: true; flagged?: true; was: string }[] = [
  { seed: 11, was: "reconciled without its first row, which was taken for the opening balance" },
  { seed: 46, was: "rows bound together by the large letters printed over them" },
  { seed: 80, was: "rows without a date of their own dated by their value date" },
  { seed: 110, was: "rows dated by what stands in their text, above an amount on their last line" },
  { seed: 122, was: "a day's heading not seen above a row with a date in its description" },
  { seed: 148, was: "a day's only row left out, its amount having no separator" },
  { seed: 162, was: "rows dated by the second of two date columns" },
  { seed: 243, was: "two rows dated by a date of a description" },
  { seed: 308, was: "a transfer taken for a balance carried forward" },
  { seed: 356, was: "a card's signs turned round" },
  { seed: 421, was: "rows dated by a date of a description, outside of the period" },
  { seed: 593, was: "a row without a date at the top of a column lost below a number in its text" },
  {
    seed: 860,
    flagged: true,
    was: "a row whose amount runs on into its text left out of a card that still added up",
  },
  { seed: 1029, was: "a year and the date in the column beside it taken for one date" },
  { seed: 1058, was: "rows dated by the 24/7 of their text, which stood above their amount" },
  {
    seed: 1443,
    flagged: true,
    was: "an opening balance in broken words taken for the only row, and nothing held against it",
  },
  { seed: 1481, was: "a year and the date in the column beside it taken for one date" },
  { seed: 1605, was: "rows dated by their value date, on ragged pages read from right to left" },
  { seed: 1773, was: "rows dated by their value date, in a table read from right to left" },
  { seed: 1780, was: "numbers at the end of long texts taken for amounts" },
  { seed: 3207, was: "reconciled without a column that most rows fill, where no first balance is printed" },
  { seed: 20_140, was: "the heading of a section taken for a table's" },
];
