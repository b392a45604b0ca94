package io.nagare.portal.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Finds datasets by words of both languages and by fields. It holds an index of the catalog as of
 * the last {@link #rebuild()}. Safe for many threads.
 */
public final class CatalogSearch {
  private final DatasetCatalog catalog;
  private volatile IndexSearcher index;

  /**
   * What a search found.
   *
   * @param count of all that fit
   * @param entries of the page that was asked for
   */
  public record Found(long count, List<CatalogEntry> entries) {}

  /** A search that is not valid. */
  public static final class BadSearch extends Exception {
    private static final long serialVersionUID = 1L;

    BadSearch(String message) {
      super(message);
    }
  }

  /** A search over the catalog as it is now. */
  public CatalogSearch(DatasetCatalog catalog) {
    this.catalog = catalog;
    this.index = indexOf(catalog.entries());
  }

  /** Takes the catalog as it is now; searches that are under way keep what they have. */
  public void rebuild() {
    index = indexOf(catalog.entries());
  }

  /**
   * Searches as CKAN does.
   *
   * @param q words and {@code field:word}; empty or {@code *:*} finds all
   * @param filters more of the same, each of which must fit too
   * @param sort such as {@code name asc, metadata_modified desc}; empty: the best first
   * @param start how many to skip
   * @param rows how many to give
   * @throws BadSearch if a query or the sort cannot be understood
   */
  public Found search(String q, List<String> filters, String sort, int start, int rows)
      throws BadSearch {
    Query query = SearchQueries.of(q, filters);
    Sort order = SearchQueries.sort(sort);
    IndexSearcher searcher = index;
    try {
      int wanted = Math.max(1, Math.min(searcher.getIndexReader().numDocs(), start + rows));
      TopDocs found = searcher.search(query, wanted, order);
      List<CatalogEntry> page = new ArrayList<>();
      for (int i = start; i < Math.min(found.scoreDocs.length, start + rows); i++) {
        String name = searcher.storedFields().document(found.scoreDocs[i].doc).get("name");
        catalog.find(name).ifPresent(page::add);
      }
      return new Found(searcher.count(query), page);
    } catch (IOException impossible) {
      throw new UncheckedIOException("the index is in memory", impossible);
    }
  }

  /** Searches as a person types: what is no valid query is taken as plain words. */
  public Found searchWords(String words) {
    try {
      return search(words, List.of(), "", 0, Integer.MAX_VALUE / 2);
    } catch (BadSearch odd) {
      try {
        return search(SearchQueries.escape(words), List.of(), "", 0, Integer.MAX_VALUE / 2);
      } catch (BadSearch impossible) {
        return new Found(0, List.of());
      }
    }
  }

  private static IndexSearcher indexOf(List<CatalogEntry> entries) {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(SearchAnalyzer.forText()))) {
      for (CatalogEntry entry : entries) {
        writer.addDocument(document(entry));
      }
      writer.commit();
      return new IndexSearcher(DirectoryReader.open(directory));
    } catch (IOException impossible) {
      throw new UncheckedIOException("the index is in memory", impossible);
    }
  }

  private static Document document(CatalogEntry entry) {
    Document document = new Document();
    var contract = entry.contract();
    exact(document, "name", contract.id());
    exact(document, "id", entry.uuid());
    exact(document, "license_id", CkanPackages.licenceId(contract.licence()));
    exact(document, "author", contract.creator());
    exact(document, "creator_name", contract.creator());
    exact(document, "state", "active");
    exact(document, "dataset_type", "dataset");
    exact(document, "private", "false");
    exact(document, "capacity", "public");
    contract.languages().forEach(language -> exact(document, "language", language));
    entry
        .publication()
        .ifPresent(
            publication ->
                publication
                    .files()
                    .forEach(file -> exact(document, "res_format", file.format().label())));
    text(document, "title", contract.title().en(), contract.title().ja());
    text(document, "notes", contract.description().en(), contract.description().ja());
    contract.tags().forEach(tag -> text(document, "tags", tag.en(), tag.ja()));
    text(document, "text", contract.id().replace('-', ' '), contract.creator());
    contract
        .columns()
        .forEach(column -> text(document, "columns", column.name().replace('_', ' ')));
    time(document, "metadata_created", entry.created().toEpochMilli());
    time(document, "metadata_modified", entry.modified().toEpochMilli());
    sortable(document, "name", contract.id());
    sortable(document, "id", entry.uuid());
    sortable(document, "title", contract.title().en());
    return document;
  }

  private static void exact(Document document, String field, String value) {
    document.add(new StringField(field, value.toLowerCase(java.util.Locale.ROOT), Store.YES));
  }

  /** Adds texts to a field and to {@code text}, which holds all words of the dataset. */
  private static void text(Document document, String field, String... texts) {
    for (String text : texts) {
      if (!field.equals("text")) {
        document.add(new TextField(field, text, Store.NO));
      }
      document.add(new TextField("text", text, Store.NO));
    }
  }

  private static void time(Document document, String field, long millis) {
    document.add(new LongPoint(field, millis));
    document.add(new NumericDocValuesField(field, millis));
  }

  private static void sortable(Document document, String field, String value) {
    document.add(new SortedDocValuesField(field, new BytesRef(value)));
  }
}
