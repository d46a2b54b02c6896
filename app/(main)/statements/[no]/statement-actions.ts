import {
  countersignStatementAction,
  sendStatementBackAction,
  signStatementAction,
  withdrawStatementAction,
} from '../actions'

/** What is done on the page of a statement. */
export const STATEMENT_ACTIONS = {
  sign: signStatementAction,
  countersign: countersignStatementAction,
  sendBack: sendStatementBackAction,
  withdraw: withdrawStatementAction,
}
