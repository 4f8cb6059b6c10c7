import type { Category } from "../category.ts";
import type { Sign } from "./flows.ts";

/** Chinese and Japanese write without spaces: these are looked for anywhere in the text. */
export const unspacedCategories: Record<Exclude<Category, "other">, string> = {
  food: "餐 饭 美团 饿了么 超市 咖啡 茶 面包 食品 スーパー コンビニ セブン ファミリーマート ローソン レストラン 食堂 マクドナルド スターバックス イオン",
  transport: "滴滴 地铁 公交 打车 高铁 铁路 加油 停车 航空 機票 电車 電車 鉄道 タクシー 交通 駐車 ガソリン",
  shopping: "淘宝 天猫 京东 拼多多 商城 百货 百貨 服装 购物 アマゾン 楽天 ユニクロ ニトリ 書店",
  bills: "房租 物业 电费 水费 燃气 话费 宽带 移动 联通 电信 保险 税 家賃 電気 ガス 水道 電話 保険 ローン",
  entertainment: "电影 游戏 爱奇艺 腾讯视频 酒店 旅行 映画 ゲーム ホテル 旅館",
  health: "医院 药 诊所 牙科 健身 病院 薬局 歯科 クリニック ジム",
};

export const unspacedSigns: Partial<Record<Sign, string>> = {
  salary: "工资 薪 代发 給与 給料 賞与",
  benefit: "养老金 社保 年金",
  yield: "利息 结息 分红 股息 配当",
  refund: "退款 退货 返金",
  card_repayment: "信用卡还款 还信用卡 カード引落",
  own_account: "余额宝 理财 定期 基金 本人 積立 定期預金",
  cash: "取现 取款 ATM取 現金引出 引出し",
  fee: "手续费 年费 手数料",
};
