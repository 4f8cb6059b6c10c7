/**
 * What a person can act on: its message is printed as it is, without a stack.
 *
 * - `data_folder_foreign`: the folder holds something else.
 * - `data_folder_too_new`: a newer Finflow wrote it.
 * - `data_folder_unusable`: it cannot be made or written.
 * - `no_data`: there is no data folder where one must be.
 * - `refused`: what was asked for breaks a rule.
 * - `port_taken`: another process listens there.
 */
export type SoloErrorReason =
  | "data_folder_foreign"
  | "data_folder_too_new"
  | "data_folder_unusable"
  | "no_data"
  | "refused"
  | "port_taken";

export class SoloError extends Error {
  readonly reason: SoloErrorReason;

  constructor(reason: SoloErrorReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "SoloError";
    this.reason = reason;
  }
}
