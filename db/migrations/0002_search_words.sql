-- Text as the parser should see it, for offers and queries alike: it would cut C++ and C# down to "c",
-- take node.js for a host and ci/cd for a file. Tags stay whole, since the parser itself leaves them out.
create function search_words(value text) returns text
  language sql immutable strict parallel safe
  return replace(replace(replace(replace(replace(replace(
    lower(value), '</', '<'), '/', ' '), '++', 'plusplus'), '#', 'sharp'), '.net', ' dotnet'), '.js', 'js');
--> statement-breakpoint
-- The same words without stems: to be counted, corrected to and shown.
create text search configuration rolecall_words (copy = simple);
--> statement-breakpoint
alter text search configuration rolecall_words
  alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part with unaccent, simple;
--> statement-breakpoint
-- Vectors of descriptions do not fit into the row; packing them first would only take time.
alter table offer_text alter column tsv set storage external;
