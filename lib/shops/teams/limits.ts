/** The longest name of a team, in UTF-16 units. */
export const TEAM_NAME_MAX = 40;
/** The most conversations that each member of a team may be given in turn. */
export const CAP_MAX = 500;
