package dev.peregrine.host.letters;

import dev.peregrine.host.documents.DocumentText;
import dev.peregrine.host.resumes.Fold;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Letters that the current tenant's person wrote themselves: those that they gave, and the text
 * files in the folder {@code data/letters} of their home.
 */
public final class OwnLetters {

  /** The folder among the data, where backups find it. */
  public static final String FOLDER = "letters";

  private static final int LONGEST = 40_000;
  private static final int SHORTEST = 80;
  private static final int MOST_FILES = 100;
  private static final int MOST_BYTES = 200_000;
  private static final int LONGEST_NAME = 120;
  private static final int SHORTEST_WORD = 4;
  private static final double OTHER_LANGUAGE = 0.3;
  private static final Duration KEPT_AFTER_REMOVAL = Duration.ofDays(30);

  private final Databases databases;
  private final InstantSource clock;

  public OwnLetters(Databases databases, InstantSource clock) {
    this.databases = databases;
    this.clock = clock;
  }

  /** All of them, those that were given first. */
  public List<OwnLetter> all() {
    List<OwnLetterMapper.Row> rows =
        databases.current().read(mappers -> mappers.of(OwnLetterMapper.class).all());
    return Stream.concat(
            rows.stream()
                .map(
                    row ->
                        new OwnLetter(
                            OptionalLong.of(row.id()),
                            row.name(),
                            row.text(),
                            Optional.of(row.at()))),
            inFolder().stream())
        .toList();
  }

  /**
   * Keeps one.
   *
   * @throws IllegalArgumentException with a sentence where it is none
   */
  public long add(String name, String text) {
    String kept = text.strip();
    if (kept.length() < SHORTEST || kept.length() > LONGEST) {
      throw new IllegalArgumentException(
          "The letter has %,d characters, expected %d to %,d. Paste the whole text of one letter."
              .formatted(kept.length(), SHORTEST, LONGEST));
    }
    String plain = name.strip().replaceAll("\\s+", " ");
    String called = plain.isEmpty() ? firstWords(kept) : plain;
    Instant now = clock.instant();
    return databases
        .current()
        .write(
            mappers -> {
              var mapper = mappers.of(OwnLetterMapper.class);
              mapper.forgetRemoved(now.minus(KEPT_AFTER_REMOVAL));
              return mapper.add(now, cut(called), kept);
            });
  }

  /** Takes one away. */
  public void remove(long id) {
    databases
        .current()
        .write(
            mappers -> {
              mappers.of(OwnLetterMapper.class).remove(id, clock.instant());
              return id;
            });
  }

  /** Brings back what {@link #remove} took away. */
  public void bringBack(long id) {
    databases
        .current()
        .write(
            mappers -> {
              mappers.of(OwnLetterMapper.class).bringBack(id);
              return id;
            });
  }

  /** Those that speak of what a posting speaks of, the nearest first; of that language rather. */
  public List<OwnLetter> like(String posting, Locale language, int most) {
    List<OwnLetter> all = all();
    if (all.isEmpty()) {
      return List.of();
    }
    List<Map<String, Double>> texts = new ArrayList<>();
    texts.add(counts(posting));
    all.forEach(letter -> texts.add(counts(letter.text())));
    Map<String, Integer> documents = new HashMap<>();
    texts.forEach(text -> text.keySet().forEach(word -> documents.merge(word, 1, Integer::sum)));
    texts.forEach(
        text ->
            text.replaceAll(
                (word, n) ->
                    n * (1 + Math.log((double) texts.size() / documents.getOrDefault(word, 1)))));
    record Near(OwnLetter letter, double how) {}
    var near = new ArrayList<Near>();
    for (int at = 0; at < all.size(); at++) {
      OwnLetter letter = all.get(at);
      boolean same =
          Tongue.of(letter.text())
              .map(own -> own.getLanguage().equals(language.getLanguage()))
              .orElse(true);
      double how = cosine(texts.getFirst(), texts.get(at + 1));
      near.add(new Near(letter, same ? how : how * OTHER_LANGUAGE));
    }
    return near.stream()
        .sorted(Comparator.comparingDouble(Near::how).reversed())
        .limit(most)
        .map(Near::letter)
        .toList();
  }

  private static Map<String, Double> counts(String text) {
    var counts = new HashMap<String, Double>();
    for (String word : Fold.same(text).split("[^\\p{L}\\p{N}+#]+")) {
      if (word.length() >= SHORTEST_WORD && !Tongue.isSmall(word)) {
        counts.merge(word, 1.0, Double::sum);
      }
    }
    return counts;
  }

  private static double cosine(Map<String, Double> one, Map<String, Double> other) {
    double shared =
        one.entrySet().stream()
            .mapToDouble(word -> word.getValue() * other.getOrDefault(word.getKey(), 0.0))
            .sum();
    double lengths = length(one) * length(other);
    return lengths == 0 ? 0 : shared / lengths;
  }

  private static double length(Map<String, Double> text) {
    return Math.sqrt(text.values().stream().mapToDouble(n -> n * n).sum());
  }

  private static List<OwnLetter> inFolder() {
    Path folder = Tenant.current().data().resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(OwnLetters::isLetter)
          .sorted()
          .limit(MOST_FILES)
          .flatMap(file -> read(file).stream())
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static boolean isLetter(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Set.of("md", "txt").contains(name.substring(name.lastIndexOf('.') + 1))
        && Files.isRegularFile(file)
        && file.toFile().length() <= MOST_BYTES;
  }

  private static Optional<OwnLetter> read(Path file) {
    try {
      String text = DocumentText.decode(Files.readAllBytes(file));
      return Optional.of(text.strip())
          .filter(kept -> kept.length() >= SHORTEST)
          .map(
              kept ->
                  new OwnLetter(
                      OptionalLong.empty(),
                      cut(file.getFileName().toString()),
                      kept.substring(0, Math.min(kept.length(), LONGEST)),
                      Optional.empty()));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static String firstWords(String text) {
    return text.lines().findFirst().orElse("").strip();
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
