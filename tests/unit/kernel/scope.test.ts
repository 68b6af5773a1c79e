import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ALL,
  anyOf,
  covers,
  inDepartments,
  NONE,
  ownedBy,
  type Scope,
} from "../../../schema/kernel/scope.ts";

const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant(NONE),
  fc.constant(ALL),
  fc.constantFrom("u1", "u2").map(ownedBy),
  fc
    .tuple(fc.subarray(["d1", "d2", "d3"]), fc.boolean())
    .map(([ids, subtree]) => inDepartments(ids, subtree)),
);
const scopes = fc.array(scope, { maxLength: 5 });

test("the union does not depend on order or repetition, as data", () => {
  fc.assert(
    fc.property(scopes, (list) => {
      expect(anyOf([...list.toReversed(), ...list])).toEqual(anyOf(list));
    }),
  );
});

test("a union covers each of its parts", () => {
  fc.assert(
    fc.property(scopes, (list) => {
      expect(list.every((part) => covers(anyOf(list), part))).toBe(true);
    }),
  );
});

test("all swallows everything, none adds nothing, a subtree swallows its department", () => {
  expect(anyOf([ownedBy("u1"), ALL])).toEqual(ALL);
  expect(anyOf([NONE, NONE])).toEqual(NONE);
  expect(anyOf([inDepartments(["d1"], false), inDepartments(["d1"], true)])).toEqual(
    inDepartments(["d1"], true),
  );
  expect(covers(ownedBy("u1"), inDepartments(["d1"], false))).toBe(false);
});
