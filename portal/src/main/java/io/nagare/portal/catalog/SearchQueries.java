package io.nagare.portal.catalog;

import io.nagare.portal.catalog.CatalogSearch.BadSearch;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.queryparser.classic.TokenMgrError;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/** CKAN's search words as Lucene queries. */
final class SearchQueries {
  private static final Analyzer ANALYZER = SearchAnalyzer.forQueries();

  /** Holds all words of a dataset: where a word without a field must be. */
  private static final String ALL = "text";

  /** Where a word counts more. */
  private static final Map<String, Float> WEIGHTS = Map.of("title", 8f, "tags", 6f, "notes", 2f);

  private static final Set<String> EXACT =
      Set.of(
          "name",
          "id",
          "license_id",
          "author",
          "creator_name",
          "state",
          "dataset_type",
          "private",
          "capacity",
          "language",
          "res_format");
  private static final Set<String> TIMES = Set.of("metadata_created", "metadata_modified");
  private static final Set<String> SORTED = Set.of("name", "id", "title");

  private SearchQueries() {}

  /** All of these must fit. */
  static Query of(String q, List<String> filters) throws BadSearch {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(parse(q), Occur.MUST);
    for (String filter : filters) {
      all.add(parse(filter), Occur.FILTER);
    }
    return all.build();
  }

  /** The order of a sort text; the best first when it is empty, and the id decides what is left. */
  static Sort sort(String text) throws BadSearch {
    List<SortField> fields = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      if (!part.isBlank()) {
        fields.add(sortField(part.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)));
      }
    }
    if (fields.isEmpty()) {
      fields.add(SortField.FIELD_SCORE);
    }
    fields.add(new SortField("id", SortField.Type.STRING));
    return new Sort(fields.toArray(SortField[]::new));
  }

  /** Plain words, whatever signs they hold. */
  static String escape(String words) {
    return QueryParser.escape(words);
  }

  private static SortField sortField(String[] words) throws BadSearch {
    String field = words[0].equals("title_string") ? "title" : words[0];
    String direction = words.length > 1 ? words[1] : "asc";
    boolean descending = direction.equals("desc");
    if (words.length > 2 || !(descending || direction.equals("asc"))) {
      throw new BadSearch("\"sort\" takes \"field asc\" or \"field desc\", separated by commas");
    }
    if (field.equals("score")) {
      return new SortField(null, SortField.Type.SCORE, !descending);
    }
    if (SORTED.contains(field)) {
      return new SortField(field, SortField.Type.STRING, descending);
    }
    if (TIMES.contains(field)) {
      return new SortField(field, SortField.Type.LONG, descending);
    }
    throw new BadSearch(
        "\"sort\" by \"%s\" is not possible; use score, name, id, title, metadata_created or metadata_modified"
            .formatted(words[0]));
  }

  private static Query parse(String text) throws BadSearch {
    if (text.isBlank() || text.strip().equals("*")) {
      return new MatchAllDocsQuery();
    }
    try {
      return new Parser().parse(text);
    } catch (ParseException | TokenMgrError | IndexSearcher.TooManyClauses unreadable) {
      String reason = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
      throw new BadSearch("Search Query is invalid: " + reason);
    }
  }

  private static final class Parser extends QueryParser {
    private final QueryBuilder words = new QueryBuilder(ANALYZER);

    private Parser() {
      super(ALL, ANALYZER);
      setDefaultOperator(Operator.AND);
      // so that a synonym of several words is seen as one
      setSplitOnWhitespace(false);
    }

    @Override
    protected @Nullable Query getFieldQuery(String field, String text, boolean quoted)
        throws ParseException {
      if (EXACT.contains(field)) {
        return exact(field, text);
      }
      Query required = super.getFieldQuery(field, text, quoted);
      return field.equals(ALL) && required != null ? weighted(required, text) : required;
    }

    @Override
    protected @Nullable Query getFieldQuery(String field, String text, int slop)
        throws ParseException {
      if (EXACT.contains(field)) {
        return exact(field, text);
      }
      Query required = super.getFieldQuery(field, text, slop);
      return field.equals(ALL) && required != null ? weighted(required, text) : required;
    }

    private static Query exact(String field, String text) {
      return new TermQuery(new Term(field, text.toLowerCase(Locale.ROOT)));
    }

    private Query weighted(Query required, String text) {
      BooleanQuery.Builder all = new BooleanQuery.Builder().add(required, Occur.MUST);
      WEIGHTS.forEach(
          (field, weight) -> {
            Query better = words.createBooleanQuery(field, text, Occur.SHOULD);
            if (better != null) {
              all.add(new BoostQuery(better, weight), Occur.SHOULD);
            }
          });
      // in a wrapper: of a bare Boolean query the parser would make every clause required
      return new BoostQuery(all.build(), 1);
    }

    @Override
    protected Query getRangeQuery(
        String field,
        @Nullable String from,
        @Nullable String to,
        boolean fromInclusive,
        boolean toInclusive)
        throws ParseException {
      if (!TIMES.contains(field)) {
        return super.getRangeQuery(field, from, to, fromInclusive, toInclusive);
      }
      long lower = from == null ? Long.MIN_VALUE : millis(from);
      long upper = to == null ? Long.MAX_VALUE : millis(to);
      return LongPoint.newRangeQuery(
          field,
          fromInclusive || from == null ? lower : Math.addExact(lower, 1),
          toInclusive || to == null ? upper : Math.subtractExact(upper, 1));
    }

    private static long millis(String text) throws ParseException {
      try {
        if (text.length() == "2026-01-01".length()) {
          return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        }
        return (text.endsWith("Z")
                ? Instant.parse(text)
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC))
            .toEpochMilli();
      } catch (DateTimeException unreadable) {
        throw new ParseException("\"%s\" is no time; write 2026-01-31T00:00:00Z".formatted(text));
      }
    }
  }
}
