"use server";

import { archiveField, restoreField } from "#lib/contacts/fields/archive-field";
import { OneField, OrderFields, SaveField } from "#lib/contacts/fields/input";
import { orderFields } from "#lib/contacts/fields/order-fields";
import { saveField } from "#lib/contacts/fields/save-field";
import { memberAction } from "#lib/http/member-action";

export const saveFieldAction = memberAction(SaveField, saveField);
export const archiveFieldAction = memberAction(OneField, archiveField);
export const restoreFieldAction = memberAction(OneField, restoreField);
export const orderFieldsAction = memberAction(OrderFields, orderFields);
