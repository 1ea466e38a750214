package dev.peregrine.host.config;

import dev.peregrine.host.tenancy.Tenant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** The current tenant's {@code config/keywords.yaml}: words that raise or lower match scores. */
public final class KeywordsFile {

  private static final String HEAD =
      """
      # Words that raise a posting's match score, or lower it, by so many points.
      # keywords.yaml.example explains every entry.
      """;

  private final LastGood<List<Keyword>> good =
      new LastGood<>(file -> file.text().map(text -> read(file, text)).orElse(List.of()));

  /** The words, in the file's order; while it has a mistake, those that it had before. */
  public List<Keyword> current() {
    return good.current(file());
  }

  /** What is wrong with the file, and what holds until it is corrected; empty for nothing. */
  public Optional<String> problem() {
    return good.problem(file());
  }

  /** A short text that differs where what is stored does. */
  public String mark() {
    return ChangedMeanwhileException.mark(current().toString());
  }

  /**
   * Stores them as a page shows them.
   *
   * @param seen {@link #mark} as the page was made
   * @throws ChangedMeanwhileException where they are others now
   * @throws ConfigException where the present file cannot be read, which is then left alone, or the
   *     new one cannot be written
   */
  public synchronized void save(List<Keyword> keywords, String seen) {
    YamlFile file = file();
    Optional<String> text = file.text();
    List<Keyword> before = text.map(present -> read(file, present)).orElse(List.of());
    if (!ChangedMeanwhileException.mark(before.toString()).equals(seen)) {
      throw new ChangedMeanwhileException("This list");
    }
    if (before.equals(keywords)) {
      return;
    }
    List<YamlEdit.Entry> entries = entries(keywords);
    if (text.isPresent()
        && file.parse(text.get()).map(YamlPart::node).orElse(null) instanceof MappingNode mapping
        && !mapping.getValue().isEmpty()) {
      var edit = new YamlEdit(text.get());
      edit.set(mapping, entries);
      if (reads(file, edit.text(), keywords)) {
        file.write(edit.text());
        return;
      }
    }
    var fresh = new StringBuilder(HEAD);
    entries.forEach(entry -> entry.lines("").forEach(line -> fresh.append(line).append('\n')));
    file.write(fresh.toString());
  }

  static List<YamlEdit.Entry> entries(List<Keyword> keywords) {
    List<String> lines =
        keywords.stream()
            .map(
                keyword ->
                    "- {word: %s, weight: %d}"
                        .formatted(YamlEdit.scalar(keyword.word()), keyword.weight()))
            .toList();
    return List.of(
        new YamlEdit.Entry(List.of("keywords"), lines.isEmpty() ? List.of("[]") : lines));
  }

  private static boolean reads(YamlFile file, String text, List<Keyword> wanted) {
    try {
      return read(file, text).equals(wanted);
    } catch (ConfigException notYaml) {
      return false;
    }
  }

  private static List<Keyword> read(YamlFile file, String text) {
    var keywords = new ArrayList<Keyword>();
    var seen = new HashSet<String>();
    Optional<YamlPart> list = file.parse(text).flatMap(root -> root.at("keywords"));
    for (YamlPart item : list.map(YamlPart::items).orElse(List.of())) {
      Keyword keyword = keyword(item.called("the keyword"));
      if (!seen.add(keyword.word().toLowerCase(Locale.ROOT))) {
        throw item.mistake(
            "\"%s\" stands twice; take one of the two away".formatted(keyword.word()));
      }
      keywords.add(keyword);
    }
    return List.copyOf(keywords);
  }

  private static Keyword keyword(YamlPart item) {
    if (!item.isMap()) {
      throw item.wrong("word and weight, such as {word: design system, weight: 10}");
    }
    String word =
        item.at("word").orElseThrow(() -> item.mistake("a keyword has no word; add one")).text();
    YamlPart weight =
        item.at("weight")
            .orElseThrow(() -> item.mistake("\"%s\" has no weight; add one".formatted(word)));
    try {
      return new Keyword(word, weight.whole(-Keyword.MOST, Keyword.MOST));
    } catch (IllegalArgumentException wrong) {
      throw weight.mistake(wrong.getMessage() + " Correct this line");
    }
  }

  private static YamlFile file() {
    return new YamlFile(Tenant.current().config().resolve("keywords.yaml"));
  }
}
