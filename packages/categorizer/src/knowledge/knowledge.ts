/**
 * What is known of a category. In both lists entries are parted by ";", and " | " sets other spellings
 * beside the name people know. A "~" marks a name that is also an ordinary word: it counts only where the
 * merchant's name begins, and where no other word says something else ("Sunrise", but not "Sunrise Diner").
 */
export type Knowledge = {
  /** Merchants: strong evidence. */
  names: string;
  /** Words of several languages that say what is sold: weaker evidence. */
  words: string;
};
