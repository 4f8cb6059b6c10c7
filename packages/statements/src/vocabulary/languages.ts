import { arabic } from "./arabic.ts";
import { baltic } from "./baltic.ts";
import { bulgarian } from "./bulgarian.ts";
import { chinese } from "./chinese.ts";
import { croatian } from "./croatian.ts";
import { czech } from "./czech.ts";
import { danish } from "./danish.ts";
import { dutch } from "./dutch.ts";
import { english } from "./english.ts";
import { finnish } from "./finnish.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { greek } from "./greek.ts";
import { hebrew } from "./hebrew.ts";
import { hindi } from "./hindi.ts";
import { hungarian } from "./hungarian.ts";
import { indonesian } from "./indonesian.ts";
import { italian } from "./italian.ts";
import { japanese } from "./japanese.ts";
import { korean } from "./korean.ts";
import { norwegian } from "./norwegian.ts";
import { polish } from "./polish.ts";
import { portuguese } from "./portuguese.ts";
import { romanian } from "./romanian.ts";
import { russian } from "./russian.ts";
import { spanish } from "./spanish.ts";
import { swedish } from "./swedish.ts";
import { thai } from "./thai.ts";
import { turkish } from "./turkish.ts";
import { ukrainian } from "./ukrainian.ts";
import { vietnamese } from "./vietnamese.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Earlier languages win where a word means different things: the more widely printed ones come first. */
export const languages: readonly Vocabulary[] = [
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  swedish,
  danish,
  norwegian,
  finnish,
  polish,
  czech,
  hungarian,
  romanian,
  turkish,
  russian,
  ukrainian,
  greek,
  chinese,
  japanese,
  korean,
  indonesian,
  thai,
  vietnamese,
  croatian,
  bulgarian,
  baltic,
  arabic,
  hebrew,
  hindi,
];
