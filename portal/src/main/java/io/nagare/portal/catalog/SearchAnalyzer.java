package io.nagare.portal.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKWidthCharFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;

/**
 * Cuts Japanese and English text, mixed in one line, into the words that search compares.
 *
 * <p>Kuromoji cuts Japanese; full-width Latin and half-width katakana are folded; a user dictionary
 * keeps the words of this trade whole; English words lose their endings. At query time synonyms are
 * added, so that 駐車場, パーキング and "parking" find each other.
 */
final class SearchAnalyzer extends Analyzer {
  private static final UserDictionary WORDS = userDictionary();
  private static final CharArraySet STOP_WORDS = stopWords();

  private final boolean withSynonyms;

  private SearchAnalyzer(boolean withSynonyms) {
    this.withSynonyms = withSynonyms;
  }

  /** For the text of datasets. */
  static SearchAnalyzer forText() {
    return new SearchAnalyzer(false);
  }

  /** For what people ask. */
  static SearchAnalyzer forQueries() {
    return new SearchAnalyzer(true);
  }

  @Override
  protected Reader initReader(String fieldName, Reader reader) {
    return new CJKWidthCharFilter(reader);
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    JapaneseTokenizer tokenizer =
        new JapaneseTokenizer(WORDS, true, true, JapaneseTokenizer.Mode.SEARCH);
    TokenStream words = new JapaneseBaseFormFilter(tokenizer);
    words = new JapanesePartOfSpeechStopFilter(words, JapaneseAnalyzer.getDefaultStopTags());
    words = new LowerCaseFilter(words);
    words = new StopFilter(words, STOP_WORDS);
    words = new JapaneseKatakanaStemFilter(words);
    words = new KStemFilter(words);
    return new TokenStreamComponents(
        tokenizer, withSynonyms ? new SynonymGraphFilter(words, Synonyms.MAP, true) : words);
  }

  private static UserDictionary userDictionary() {
    try (Reader reader = resource("/portal/search/user-dictionary.csv")) {
      return UserDictionary.open(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the user dictionary", unreadable);
    }
  }

  private static CharArraySet stopWords() {
    CharArraySet all = new CharArraySet(JapaneseAnalyzer.getDefaultStopSet(), true);
    all.addAll(EnglishAnalyzer.getDefaultStopSet());
    return all;
  }

  private static Reader resource(String path) {
    InputStream in = SearchAnalyzer.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException(path + " is missing from the class path");
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }

  /** Loaded when a query first needs them: the words of a synonym are cut like any text. */
  private static final class Synonyms {
    private static final SynonymMap MAP = read();

    private static SynonymMap read() {
      try (Analyzer words = SearchAnalyzer.forText();
          Reader reader = resource("/portal/search/synonyms.txt")) {
        SolrSynonymParser parser = new SolrSynonymParser(true, true, words);
        parser.parse(reader);
        return parser.build();
      } catch (IOException | ParseException unreadable) {
        throw new IllegalStateException("the synonyms cannot be read", unreadable);
      }
    }
  }
}
