import type { Random } from '../../../packages/domain/testing/random.ts';
import type { Schema } from './operations.ts';

const patternExamples = ['nothing', '2026-11-23', '08:00', 'sri.wahyuni', '123456', 'x'];
const deepest = 6;

/** A value that this schema takes, or nearly: what it lacks in a pattern makes it no less broken. */
export function instanceOf(schema: Schema, random: Random, depth = 0): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return random.pick(schema.enum);
  if (schema.anyOf) return instanceOf(random.pick(schema.anyOf), random, depth);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name) || random.chance(0.5))
          .map(([name, inner]) => [name, instanceOf(inner, random, depth + 1)]),
      );
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 0, depth > deepest ? 0 : random.whole(0, 2)) }, () =>
        instanceOf(schema.items ?? {}, random, depth + 1),
      );
    case 'integer':
    case 'number':
      return schema.minimum ?? 0;
    case 'boolean':
      return random.chance(0.5);
    case 'null':
      return null;
    default:
      return patternExamples.find((text) => new RegExp(schema.pattern ?? '').test(text)) ?? 'x';
  }
}

type Break = (value: unknown, schema: Schema) => unknown;

/** A body that no reader of this schema may take, whatever else is right about it. */
export function brokenBody(schema: Schema, random: Random): unknown {
  const fields = Object.keys(schema.properties ?? {}).length;
  // Where nothing is asked for, null is as good as nothing.
  const whole = random.pick([[], 'text', 7, true, [[]], [{}], { '': 1 }, ...(fields > 0 ? [null] : [])]);
  return fields === 0 || random.chance(0.15) ? whole : broken(instanceOf(schema, random), schema, random);
}

function broken(value: unknown, schema: Schema, random: Random): unknown {
  const fields = Object.entries(schema.properties ?? {});
  if (typeof value !== 'object' || value === null || fields.length === 0) return wrongType(schema, random);
  const required = schema.required ?? [];
  const [name, inner] = random.pick(fields);
  const ways: Break[] = [
    (of) => ({ ...(of as object), [random.pick(['nik', '__proto__x', 'constructor', 'ZZ', ' '])]: 1 }),
    (of) => ({ ...(of as object), [name]: outside(inner, random) }),
    (of) => ({ ...(of as object), [name]: wrongType(inner, random) }),
  ];
  if (required.length > 0)
    ways.push((of) => {
      const gone = random.pick(required);
      return Object.fromEntries(Object.entries(of as object).filter(([key]) => key !== gone));
    });
  return random.pick(ways)(value, schema);
}

/** A value of none of the types that the schema allows. */
function wrongType(schema: Schema, random: Random): unknown {
  const allowed = typesOf(schema);
  const values: readonly (readonly [string, unknown])[] = [
    ['string', random.pick(['', 'x', '\u0000', '💥', '-1', 'null', "' OR 1=1 --"])],
    ['number', random.pick([1.5, -1e308, 2 ** 53])],
    ['boolean', true],
    ['null', null],
    ['array', random.pick([[], [[[[[]]]]], ['x', 1]])],
    ['object', random.pick<object>([{}, { toString: 1 }, { length: -1 }])],
  ];
  return random.pick(values.filter(([type]) => !allowed.has(type)))[1];
}

/** Of the right type and out of bounds, where the schema has any; otherwise of a wrong type. */
function outside(schema: Schema, random: Random): unknown {
  if (schema.enum) return 'none of these';
  if (schema.type === 'string' && schema.maxLength !== undefined) return 'x'.repeat(schema.maxLength + 1);
  if (schema.type === 'string' && (schema.minLength ?? 0) > 0) return '';
  if (schema.type === 'array' && schema.maxItems !== undefined && schema.items)
    return Array.from({ length: schema.maxItems + 1 }, () => instanceOf(schema.items ?? {}, random));
  if (schema.maximum !== undefined) return schema.maximum + 1;
  if (schema.minimum !== undefined) return schema.minimum - 1;
  return wrongType(schema, random);
}

function typesOf(schema: Schema): ReadonlySet<string> {
  if (schema.anyOf) return new Set(schema.anyOf.flatMap((one) => [...typesOf(one)]));
  if (schema.enum || schema.const !== undefined) {
    const types = (schema.enum ?? [schema.const]).map((value) => (value === null ? 'null' : typeof value));
    // A text that is none of its words is of the right type, and still broken; so that nothing else is needed.
    return new Set(types);
  }
  if (schema.type === undefined) return new Set(['string', 'number', 'boolean', 'array']);
  // Half a person is no integer, but a number: it is left to the bounds.
  return new Set([schema.type].flat().map((type) => (type === 'integer' ? 'number' : String(type))));
}
