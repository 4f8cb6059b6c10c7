import { otherLanguages } from "./other-languages.ts";

otherLanguages();
