package dev.peregrine.host.letters;

import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.resumes.Fold;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * That a posting is about something the person cares about.
 *
 * @param field as the person calls it
 * @param note what they say of it
 * @param evidence the words of the posting that show it
 */
public record Mission(String field, String note, List<String> evidence) {

  /** One word may stand in any posting, such as a benefit; two of them mean something. */
  private static final int LEAST = 2;

  /** A field of the person's own has few words: they have to come back. */
  private static final int LEAST_OF_OWN = 3;

  private static final int SHORTEST_WORD = 4;
  private static final List<Field> KNOWN = read();

  /** A field with the names people have for it and the words that show it. */
  private record Field(List<String> names, List<Pattern> words) {}

  public Mission {
    evidence = List.copyOf(evidence);
  }

  /**
   * The first of the person's causes that a posting is about. A cause without a note is none: what
   * nobody said is not said for them.
   */
  public static Optional<Mission> of(Vacancy vacancy, List<Writer.Cause> causes) {
    List<Writer.Cause> noted = causes.stream().filter(cause -> !cause.note().isBlank()).toList();
    for (Field field : KNOWN) {
      for (Writer.Cause cause : noted) {
        if (isCalled(field, cause)) {
          List<String> hits = hits(field.words(), vacancy, LEAST);
          if (!hits.isEmpty()) {
            return Optional.of(new Mission(cause.field(), cause.note(), hits));
          }
        }
      }
    }
    return noted.stream()
        .filter(cause -> KNOWN.stream().noneMatch(field -> isCalled(field, cause)))
        .flatMap(cause -> own(cause, vacancy).stream())
        .findFirst();
  }

  private static boolean isCalled(Field field, Writer.Cause cause) {
    String called = plain(cause.field());
    return field.names().stream().anyMatch(name -> called.equals(name));
  }

  private static Optional<Mission> own(Writer.Cause cause, Vacancy vacancy) {
    List<Pattern> words =
        Arrays.stream(plain(cause.field()).split(" "))
            .filter(word -> word.length() >= SHORTEST_WORD)
            .map(Mission::pattern)
            .toList();
    List<String> hits = hits(words, vacancy, Math.max(LEAST, words.size()));
    if (hits.isEmpty() && words.size() == 1) {
      String text = Fold.same(vacancy.description());
      long times = words.getFirst().matcher(text).results().count();
      hits = times >= LEAST_OF_OWN ? List.of(cause.field() + " (" + times + "×)") : List.of();
    }
    return hits.isEmpty()
        ? Optional.empty()
        : Optional.of(new Mission(cause.field(), cause.note(), hits));
  }

  /** The words that were found; none where they are too few to mean anything. */
  private static List<String> hits(List<Pattern> words, Vacancy vacancy, int least) {
    String company = Fold.same(vacancy.company());
    String text = Fold.same(vacancy.description() + "\n" + vacancy.title());
    var inCompany = new ArrayList<String>();
    var inText = new ArrayList<String>();
    for (Pattern word : words) {
      first(word, company).ifPresent(inCompany::add);
      first(word, text).ifPresent(inText::add);
    }
    if (!inCompany.isEmpty()) {
      return List.of(vacancy.company());
    }
    return inText.size() >= least ? inText : List.of();
  }

  private static Optional<String> first(Pattern word, String text) {
    return word.matcher(text).results().findFirst().map(hit -> hit.group());
  }

  private static Pattern pattern(String word) {
    String several = word.endsWith("s") ? word : word + "s?";
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + several + "(?![\\p{L}\\p{N}])");
  }

  private static String plain(String name) {
    return Fold.same(name).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static List<Field> read() {
    var fields = new LinkedHashMap<String, Field>();
    for (String line : shipped().lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split(":", 2);
        fields.put(
            parts[0],
            new Field(
                Arrays.stream(parts[0].split(",")).map(Mission::plain).toList(),
                Arrays.stream(parts[1].split(","))
                    .map(word -> pattern(Fold.same(word).strip()))
                    .toList()));
      }
    }
    return List.copyOf(fields.values());
  }

  private static String shipped() {
    try (InputStream in = Mission.class.getResourceAsStream("/letters/missions.txt")) {
      if (in == null) {
        throw new IllegalStateException("This build of Peregrine holds no list of missions.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
