/** Where the changes of rows are, and who says up to when they are all there. */
export const rowsTopic = "transactions.created";
export const rowsSource = "finflow.upload";
