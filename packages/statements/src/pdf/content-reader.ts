import { type Font, firstState, type GraphicsState } from "./graphics-state.ts";
import { boundsOf, intersect, type Matrix, multiply, type Rect } from "./matrix.ts";
import { type Area, type Brush, filledAreas, pictureArea, strokedAreas } from "./painted.ts";
import { type Fragment, type Glyph, showText } from "./show-text.ts";

export type PageSetting = {
  /** From the page's own coordinates to those of the page as displayed. */
  view: Matrix;
  page: Rect;
  font: (id: string) => Font | null;
  /** Whether a layer (optional content) is switched on. */
  isOn: (layer: unknown) => boolean;
  maxAreas: number;
};

/** What is done with a path once it is made. */
export type PathUse = { fills: boolean; evenOdd: boolean; strokes: boolean };

export type Group = { matrix?: ArrayLike<number>; bbox?: ArrayLike<number>; smask?: unknown };

/** Deeper nesting than any page needs; what is not kept is not brought back either. */
const maxSaved = 10_000;

/** The state of going through the operators of one page as a viewer would. */
export class ContentReader {
  readonly fragments: Fragment[] = [];
  readonly areas: Area[] = [];
  /** Whether nothing at all is painted. */
  isBlank = true;
  state: GraphicsState;
  readonly #setting: PageSetting;
  readonly #saved: GraphicsState[] = [];
  /** Of each piece of marked content that is open, whether it is shown. */
  readonly #layers: boolean[] = [];
  #isShown = true;
  /** Of each group that is open, whether it is a mask: such a group paints nothing on the page. */
  readonly #groups: boolean[] = [];
  #masks = 0;
  #pendingClip = false;
  /** The operator that switched masks off, which pdf.js adds before a picture that has a mask of its own. */
  #unmasked = Number.NEGATIVE_INFINITY;
  readonly #add = (fragment: Fragment) => void this.fragments.push(fragment);

  constructor(setting: PageSetting) {
    this.#setting = setting;
    this.state = firstState(setting.view, setting.page);
  }

  save(): void {
    if (this.#saved.length < maxSaved) this.#saved.push({ ...this.state });
  }

  restore(): void {
    const saved = this.#saved.pop();
    if (saved) this.state = saved;
  }

  transform(matrix: ArrayLike<number>): void {
    this.isBlank = false;
    this.state.matrix = multiply(this.state.matrix, matrix);
  }

  moveTo(x: number, y: number): void {
    const { state } = this;
    state.x = state.lineX = x;
    state.y = state.lineY = y;
  }

  setFont(id: string, size: number): void {
    this.state.font = this.#setting.font(id);
    this.state.fontSize = size;
  }

  show(glyphs: readonly (Glyph | number | null)[], order: number): void {
    this.isBlank = false;
    if (this.#masks === 0) showText(this.state, glyphs, order, this.#isShown, this.#add);
  }

  setParameters(parameters: readonly (readonly [string, unknown])[], order: number): void {
    const { state } = this;
    for (const [key, value] of parameters) {
      if (key === "ca") state.fillAlpha = Number(value);
      else if (key === "CA") state.strokeAlpha = Number(value);
      else if (key === "BM") state.blends = value !== "source-over" && value !== "Normal";
      else if (key === "LW") state.lineWidth = Number(value);
      else if (key === "SMask") {
        state.masked = value !== false;
        if (value === false) this.#unmasked = order;
      } else if (key === "Font" && Array.isArray(value)) this.setFont(value[0], value[1]);
    }
  }

  openLayer(layer: unknown, isOptional: boolean): void {
    const isShown = !isOptional || this.#setting.isOn(layer);
    this.#layers.push(isShown);
    this.#isShown &&= isShown;
  }

  closeLayer(): void {
    if (this.#layers.pop() === false) this.#isShown = !this.#layers.includes(false);
  }

  beginGroup(group: Group): void {
    this.save();
    const { state } = this;
    const isMask = Boolean(group.smask);
    this.#groups.push(isMask);
    if (isMask) this.#masks++;
    state.groupAlpha *= state.fillAlpha;
    state.fillAlpha = 1;
    state.strokeAlpha = 1;
    if (group.bbox)
      this.#clipTo(group.bbox, group.matrix ? multiply(state.matrix, group.matrix) : state.matrix);
  }

  endGroup(): void {
    if (this.#groups.pop()) this.#masks--;
    this.restore();
  }

  beginForm(matrix: ArrayLike<number> | null, box: ArrayLike<number> | null): void {
    this.save();
    if (matrix) this.state.matrix = multiply(this.state.matrix, matrix);
    if (box) this.#clipTo(box, this.state.matrix);
  }

  /** A note or a form's field: it has a place of its own on the page, and nothing of the page's state. */
  beginAnnotation(transform: ArrayLike<number> | null, matrix: ArrayLike<number> | null): void {
    this.save();
    this.state = firstState(this.#setting.view, this.#setting.page);
    if (transform) this.state.matrix = multiply(this.state.matrix, transform);
    if (matrix) this.state.matrix = multiply(this.state.matrix, matrix);
    this.isBlank = false;
  }

  /** The path that comes next also bounds what is painted from then on. */
  clipNext(): void {
    this.#pendingClip = true;
  }

  path(use: PathUse | undefined, data: Float32Array | null, box: ArrayLike<number> | null, order: number) {
    const { state } = this;
    if (use) this.isBlank = false;
    if (use && data && this.#paints()) {
      if (use.fills)
        this.areas.push(...filledAreas(data, use.evenOdd, this.#brush(state.fill, state.fillAlpha, order)));
      if (use.strokes && state.lineWidth > 1) {
        const brush = this.#brush(state.stroke, state.strokeAlpha, order);
        this.areas.push(...strokedAreas(data, state.lineWidth, brush));
      }
    }
    if (this.#pendingClip && box) this.#clipTo(box, state.matrix);
    this.#pendingClip = false;
  }

  /** A picture's colours are not looked at; one cut out by a mask may leave free what is below. */
  picture(order: number): void {
    this.#picture(null, this.#unmasked < order - 2, order);
  }

  /** Paint through the holes of a picture; `isSolid` where it is one hole. */
  stencil(isSolid: boolean, order: number): void {
    this.#picture(isSolid ? this.state.fill : null, isSolid, order);
  }

  /** A gradient over all that the clip leaves. */
  shading(order: number): void {
    this.isBlank = false;
    if (this.#paints()) this.areas.push({ ...this.state.clip, order, color: null, covers: false });
  }

  #picture(color: number | null, covers: boolean, order: number): void {
    this.isBlank = false;
    if (!this.#paints()) return;
    const brush = this.#brush(color, this.state.fillAlpha, order);
    const area = pictureArea({ ...brush, opaque: brush.opaque && covers });
    if (area) this.areas.push(area);
  }

  #brush(color: number | null, alpha: number, order: number): Brush {
    const { matrix, clip, groupAlpha, masked, blends } = this.state;
    const opaque = alpha * groupAlpha > 0.95 && !masked && !blends;
    return { matrix, clip, order, color, opaque };
  }

  #clipTo(box: ArrayLike<number>, matrix: Matrix): void {
    const bounds = boundsOf(matrix, box[0]!, box[1]!, box[2]!, box[3]!);
    this.state.clip = intersect(this.state.clip, bounds);
  }

  #paints(): boolean {
    return this.#isShown && this.#masks === 0 && this.areas.length < this.#setting.maxAreas;
  }
}
