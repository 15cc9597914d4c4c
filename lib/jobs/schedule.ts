/** What is done by the clock (UTC), in crontab's form: minute, hour, day, month, weekday, task. */
export const schedule = `
  17 * * * * sweep
  * * * * * free-abandoned
  5 * * * * close-past-appointments
  */10 * * * * send-reminders
  3,13,23,33,43,53 * * * * look-at-payments
  */5 * * * * bank-details-take-effect
`;
