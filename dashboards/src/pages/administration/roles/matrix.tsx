import {
  Fragment,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
} from "react";
import { useTranslation } from "react-i18next";
import type { CatalogueResourceFragment } from "../../../gql/graphql.ts";
import { Floating } from "../../../parts/floating.tsx";
import { actionsOf, byArea } from "./areas.ts";
import { FieldPanel } from "./field-panel.tsx";
import { cellOf, sameReach, SCOPES, type Scope } from "./grant-cell.ts";
import { MatrixCell } from "./matrix-cell.tsx";
import { HEAD, placeAfter, type Place } from "./matrix-places.ts";
import styles from "./matrix.module.css";
import { ResourceHead } from "./resource-head.tsx";
import type { RoleEditing } from "./role-editing.ts";
import { ScopeMenu } from "./scope-menu.tsx";

export interface MatrixProps {
  readonly catalogue: readonly CatalogueResourceFragment[];
  readonly editing: RoleEditing;
  /** Names of resources whose field rights are open. */
  readonly open: readonly string[];
  readonly onOpen: (open: readonly string[]) => void;
}

interface Choosing {
  readonly anchor: HTMLElement;
  readonly resource: CatalogueResourceFragment;
  readonly action: string;
}

/** Kinds of records by actions; how far each reaches is chosen in its cell. One cell is in the order of the Tab key. */
export function Matrix({ catalogue, editing, open, onOpen }: MatrixProps) {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState<Place>({ row: 0, column: HEAD });
  const [choosing, setChoosing] = useState<Choosing>();
  const columns = actionsOf(catalogue);
  const areas = byArea(catalogue);
  const resources = areas.flatMap((area) => area.resources);
  const rows = resources.map(({ actions }) =>
    columns.flatMap(({ name }, index) => (actions.some((one) => one.name === name) ? [index] : [])),
  );
  const cellAt = ({ row, column }: Place) =>
    table.current?.querySelector<HTMLElement>(`[data-place="${row}:${column}"]`);
  const turn = (name: string) =>
    onOpen(open.includes(name) ? open.filter((one) => one !== name) : [...open, name]);
  const act = ({ row, column }: Place) => {
    const resource = resources[row];
    const anchor = cellAt({ row, column });
    const action = columns[column]?.name;
    if (!resource || !anchor) return;
    if (action === undefined) {
      if (resource.fields.length > 0) turn(resource.name);
    } else if (editing.mayEdit) setChoosing({ anchor, resource, action });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeOf(event.target);
    if (!at) return;
    const to = placeAfter(event.key, event.ctrlKey, at, rows);
    if (!to && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    if (to) cellAt(to)?.focus();
    else act(at);
  };
  const choose = (scope: Scope) => {
    if (!choosing) return;
    choosing.anchor.focus();
    setChoosing(undefined);
    editing.choose(choosing.resource, choosing.action, scope);
  };
  return (
    <div className={styles["scroll"]}>
      <table
        ref={table}
        role="grid"
        aria-label={t("roles.matrix")}
        aria-readonly={!editing.mayEdit}
        className={styles["matrix"]}
        onKeyDown={onKeyDown}
        onFocus={({ target }: FocusEvent) => setPlace(placeOf(target) ?? place)}
        onClick={({ target }: MouseEvent) => {
          const at = placeOf(target);
          if (at) act(at);
        }}
      >
        <thead>
          <tr>
            <th scope="col" className={styles["corner"]}>
              {t("roles.resource")}
            </th>
            {columns.map(({ name, caption }) => (
              <th key={name} scope="col">
                {caption}
              </th>
            ))}
          </tr>
        </thead>
        {areas.map(({ area, resources: inArea }) => (
          <tbody key={area}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length + 1} className={styles["area"]}>
                {t(`roles.areas.${area}`)}
              </th>
            </tr>
            {inArea.map((resource) => {
              const row = resources.indexOf(resource);
              const isOpen = open.includes(resource.name);
              const current = (column: number) =>
                place.row === row && place.column === column ? 0 : -1;
              return (
                <Fragment key={resource.name}>
                  <tr>
                    <ResourceHead
                      resource={resource}
                      isOpen={isOpen}
                      editing={editing}
                      place={`${row}:${HEAD}`}
                      tabIndex={current(HEAD)}
                    />
                    {columns.map(({ name: action, caption }, column) =>
                      resource.actions.some(({ name }) => name === action) ? (
                        <MatrixCell
                          key={action}
                          name={`${resource.caption} · ${caption}`}
                          before={cellOf(editing.before, resource.name, action)}
                          after={cellOf(editing.after, resource.name, action)}
                          isChanged={
                            !sameReach(
                              cellOf(editing.before, resource.name, action),
                              cellOf(editing.after, resource.name, action),
                            )
                          }
                          isChosen={choosing?.resource === resource && choosing.action === action}
                          place={`${row}:${column}`}
                          tabIndex={current(column)}
                        />
                      ) : (
                        <td key={action} className={styles["none"]} />
                      ),
                    )}
                  </tr>
                  {isOpen ? (
                    <tr>
                      <td role="gridcell" colSpan={columns.length + 1} className={styles["panel"]}>
                        <FieldPanel resource={resource} editing={editing} />
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              );
            })}
          </tbody>
        ))}
      </table>
      {choosing ? (
        <Floating
          anchor={choosing.anchor}
          onClose={() => {
            setChoosing(undefined);
            choosing.anchor.focus();
          }}
        >
          <ScopeMenu
            title={`${choosing.resource.caption} · ${columns.find(({ name }) => name === choosing.action)?.caption ?? ""}`}
            scopes={SCOPES.filter((scope) =>
              choosing.resource.scopes.some(({ name }) => name === scope),
            )}
            chosen={cellOf(editing.after, choosing.resource.name, choosing.action).scope}
            refusal={(scope) => editing.refusal(choosing.resource.name, choosing.action, scope)}
            onChoose={choose}
          />
        </Floating>
      ) : null}
    </div>
  );
}

/** The cell or row head that an event comes from. */
function placeOf(target: EventTarget): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-place]") : null;
  const [row, column] = cell?.dataset["place"]?.split(":").map(Number) ?? [];
  return row === undefined || column === undefined ? undefined : { row, column };
}
