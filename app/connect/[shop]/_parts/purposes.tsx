import { Check } from "lucide-react";
import type { Permissions, PermissionView } from "#lib/contacts/permissions";
import type { Purpose } from "#lib/contacts/purposes";
import { Checkbox } from "#ui/checkbox";
import { useFormat, useMessages } from "../../../_i18n/language";
import { Rich } from "../../../_i18n/rich";

const ROW =
  "flex items-start gap-3! px-3.5 py-3 text-body! text-ink-2 not-first:border-line not-first:border-t max-md:min-h-14";

function Words({ purpose }: { purpose: Purpose }) {
  const { permissions } = useMessages();
  return <Rich text={permissions.texts[purpose]} tags={{ b: (inner) => <b className="text-ink">{inner}</b> }} />;
}

function Allowed({ permission }: { permission: PermissionView }) {
  const { connect } = useMessages();
  const format = useFormat();
  return (
    <div className={ROW}>
      <span
        aria-hidden="true"
        className="mt-px grid size-4.5 shrink-0 place-items-center rounded-full bg-success-soft text-success-ink"
      >
        <Check size={12} className="stroke-[2.4]" />
      </span>
      <div className="min-w-0">
        <p>
          <Words purpose={permission.purpose} />
        </p>
        <p className="text-caption text-success-ink">
          {connect.already}
          {permission.at ? `, ${connect.since(format.sinceInline(permission.at))}` : ""}
        </p>
      </div>
    </div>
  );
}

type Props = {
  permissions: Permissions | null;
  /** What she may tick: whatever is not on. */
  open: readonly Purpose[];
  /** What she had ticked when an answer did not arrive. */
  ticked: readonly Purpose[];
};

/** One box for each purpose, none ticked in advance; what she allowed before is said and not asked again. */
export function Purposes({ permissions, open, ticked }: Props) {
  const { connect } = useMessages();
  const on = permissions ? Object.values(permissions).filter(({ state }) => state === "on") : [];
  const hint = open.length === 0 ? connect.allAllowed : on.length > 0 ? connect.tickRest : connect.tick;
  return (
    <fieldset className="mt-4.5 min-w-0">
      <legend className="text-label/4.5 text-ink-2">{hint}</legend>
      <div className="mt-1.5 rounded-lg border border-line-strong">
        {on.map((permission) => (
          <Allowed key={permission.purpose} permission={permission} />
        ))}
        {open.map((purpose) => (
          <Checkbox key={purpose} name={purpose} defaultChecked={ticked.includes(purpose)} className={ROW}>
            <Words purpose={purpose} />
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
