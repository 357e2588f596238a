create extension if not exists pg_trgm;
--> statement-breakpoint
create extension if not exists unaccent;
--> statement-breakpoint
-- English stems without stop words ("IT" is one of them), after accents are taken off. Other languages lose nothing but the stem.
create text search dictionary rolecall_stem (template = snowball, language = english);
--> statement-breakpoint
create text search configuration rolecall (copy = simple);
--> statement-breakpoint
alter text search configuration rolecall
  alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part with unaccent, rolecall_stem;
