/**
 * What a database of ours holds, as PostgreSQL's own catalogue tells it.
 *
 * @typedef {{ name: string, columns: string[] }} Table
 */

/** Our tables with the columns that can be written. @param {import("postgres").Sql} sql @returns {Promise<Table[]>} */
export async function listTables(sql) {
  const rows = await sql`
    select relation.relname as name, array_agg(attribute.attname::text order by attribute.attnum) as columns
    from pg_class relation
    join pg_attribute attribute on attribute.attrelid = relation.oid
    where relation.relnamespace = 'public'::regnamespace and relation.relkind = 'r'
      and attribute.attnum > 0 and not attribute.attisdropped and attribute.attgenerated = ''
    group by relation.relname order by relation.relname`;
  return rows.map(({ name, columns }) => ({ name, columns }));
}

/** Hashes of the migrations that made the tables, in order. @param {import("postgres").Sql} sql */
export async function listMigrations(sql) {
  const [known] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!known?.name) return [];
  const rows = await sql`select hash from drizzle.__drizzle_migrations order by created_at, id`;
  return rows.map(({ hash }) => String(hash));
}

/** Next values of our sequences. @param {import("postgres").Sql} sql @returns {Promise<{ name: string, value: string, called: boolean }[]>} */
export async function listSequences(sql) {
  const names =
    await sql`select sequencename as name from pg_sequences where schemaname = 'public' order by 1`;
  const sequences = [];
  for (const { name } of names) {
    const [state] = await sql`select last_value::text as value, is_called as called from ${sql(name)}`;
    sequences.push({ name, value: state?.value, called: state?.called });
  }
  return sequences;
}

/** References between tables, as the words that make them again. @param {import("postgres").Sql} sql */
export async function listReferences(sql) {
  const rows = await sql`
    select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`;
  return rows.map(({ table, name, definition }) => ({ table, name, definition }));
}

/** A name as SQL wants it. @param {string} name */
export function quoted(name) {
  return `"${name.replaceAll('"', '""')}"`;
}
