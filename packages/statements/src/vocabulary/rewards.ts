import { compilePhrases } from "../text/phrases.ts";
import { phrases } from "./vocabulary.ts";

/** Titles of what a card's or an account's holder has earned: balances and sums below them are of points or bonuses. */
const titles: readonly string[] = phrases(`
  reward points, rewards, rewards summary, reward points summary, reward summary, points, points
  summary, points balance, loyalty points, bonus points, cashback, cash back, cashback bonus, cash back
  bonus, cashback summary, cash back summary, cash rewards, miles, miles summary, air miles, bonuspunkte, punkte,
  punktestand, prämienpunkte, meilen, points de fidélité, mes points, programme de fidélité, puntos,
  programa de puntos, puntos acumulados, millas, pontos, programa de pontos, programa de recompensas,
  punti, raccolta punti, programma punti, punti fedeltà, spaarpunten, bonuspoäng, poäng, bonuspoeng, bonuspoint,
  bonuspisteet, program lojalnościowy, body, věrnostní body, puanlar, puan bilgileri, worldpuan, bonus
  bilgileri, kazanılan puanlar, баллы, бонусы, бонусная программа, бонусні бали, кешбэк, נקודות, نقاط المكافآت, 积分, 積分,
  积分奖励, puncte, puncte acumulate, puncte de fidelitate, pontok, hűségpontok, bodovi, točke, бодове, 紅利點數, 紅利積點, 本期積分, ポイント, 獲得ポイント, 포인트, 포인트 안내, poin, poin reward, คะแนนสะสม, điểm thưởng
`);

export const rewardPhrases = compilePhrases<true>(titles.map((title) => [title, true] as const));
