/** The key of a row of 现在要办 as an address carries it: place, kind, the record's id and, where a unit is concerned, the unit's. */
export const DUTY_KEY_SHAPE = /^\d{1,40}\.[a-z_]+\.[0-9a-f-]{36}([0-9a-f-]{36})?$/
