/** In which order a date of numbers is read. `named` dates (a month's name, 年月日) have only one reading. */
export type DateOrder = "dmy" | "mdy" | "ymd";

export type DateReading = {
  order: DateOrder | "named";
  /** null where none is printed. */
  year: number | null;
  month: number;
  day: number;
  /** The year is two digits apart from the rest: "3 Jun 24 HOUR GYM" may be a day of any year. */
  loose?: true;
};
