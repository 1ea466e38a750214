package dev.peregrine.host.texts;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import dev.peregrine.host.web.Shortcut;
import dev.peregrine.host.web.Shortcuts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every text, whoever adds it. {@code docs/howto/add-a-page.md} says how. */
class BundlesTest {

  private static final Path MAIN = Path.of("src/main");
  private static final Path NOT_YET = Path.of("src/test/resources/texts/not-yet.txt");
  private static final Pattern CALL = Pattern.compile("\\b(?:t|sentence)\\(\\s*\"([^\"]+)\"");
  private static final Pattern ANY = Pattern.compile("\"([a-z]+\\.[a-z0-9][a-z0-9-]*)\"(\\s*\\+)?");

  private static final Map<String, String> SOURCES = sources();
  private static final Map<String, String> ENGLISH = bundles("en");

  private record Call(String file, String key, boolean isHead, Set<String> names) {}

  @Test
  void everyKeyThatIsAskedForExistsInEnglish() {
    assertThat(calls().filter(call -> !isThere(call)).map(call -> call.file() + ": " + call.key()))
        .as("asked for, but in no file below texts/en")
        .isEmpty();
  }

  private static boolean isThere(Call call) {
    return call.isHead()
        ? ENGLISH.keySet().stream().anyMatch(key -> key.startsWith(call.key()))
        : ENGLISH.containsKey(call.key());
  }

  @Test
  void everyEnglishTextIsAskedFor() {
    var used = new TreeSet<String>();
    var heads = new TreeSet<String>();
    for (String source : SOURCES.values()) {
      Matcher any = ANY.matcher(source);
      while (any.find()) {
        (any.group(2) == null ? used : heads).add(any.group(1));
      }
    }
    assertThat(ENGLISH.keySet())
        .as("nobody asks for it: take it out of every language")
        .allMatch(key -> used.contains(key) || heads.stream().anyMatch(key::startsWith));
  }

  @Test
  void whoAsksGivesTheNamesOfThePlaceholders() {
    var wrong = new ArrayList<String>();
    calls()
        .filter(call -> !call.isHead() && ENGLISH.containsKey(call.key()))
        .forEach(
            call -> {
              Set<String> wanted = names(ENGLISH.getOrDefault(call.key(), ""));
              if (!wanted.equals(call.names())) {
                wrong.add(
                    "%s: %s has %s, given is %s"
                        .formatted(call.file(), call.key(), wanted, call.names()));
              }
            });
    assertThat(wrong).isEmpty();
  }

  static Stream<String> languages() {
    return Languages.OFFERED.stream().map(Language::tag);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageHasTheSameTextsWithTheSamePlaceholders(String tag) {
    Map<String, String> texts = bundles(tag);
    assertThat(texts.keySet()).as(tag).isEqualTo(ENGLISH.keySet());
    texts.forEach(
        (key, text) ->
            assertThat(names(text))
                .as("%s: placeholders of %s", tag, key)
                .isEqualTo(names(ENGLISH.getOrDefault(key, ""))));
  }

  @Test
  void everyTextCanBeSaidInTheLanguagesToTryThePagesWith() {
    for (Language language : Pseudo.LANGUAGES) {
      assertThat(ENGLISH)
          .allSatisfy(
              (key, text) ->
                  assertThat(names(Pseudo.of(language.tag(), text)))
                      .as("%s: %s", language.tag(), key)
                      .isEqualTo(names(text)));
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void textsHoldNoMarkupAndNoDoubledApostrophe(String tag) {
    assertThat(bundles(tag))
        .as("a template has the markup; an apostrophe is written once")
        .allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("</", "''", "&nbsp;"));
  }

  /** The script has English for whoever reads it; the page asks the bundle. */
  @Test
  void everyShortcutOfTheScriptHasItsText() {
    for (Shortcut shortcut : Shortcuts.all()) {
      assertThat(ENGLISH)
          .as("keys.js and settings.properties")
          .containsEntry("settings.key-" + shortcut.name(), shortcut.does())
          .containsEntry(
              "settings.keys-" + shortcut.where().toLowerCase(Locale.ROOT), shortcut.where());
    }
  }

  @Test
  void noTemplateSaysAnythingByItself() throws IOException {
    List<String> allowed =
        Files.readAllLines(NOT_YET).stream().filter(line -> !line.startsWith("#")).toList();
    Map<String, List<String>> literal = new TreeMap<>();
    SOURCES.forEach(
        (file, text) -> {
          if (file.endsWith(".jte") && !TemplateText.in(text).isEmpty()) {
            literal.put(file, TemplateText.in(text));
          }
        });
    assertThat(allowed)
        .as("its text is in a bundle now: take it out of %s, which only shrinks", NOT_YET)
        .allMatch(literal::containsKey);
    literal.keySet().removeAll(allowed);
    assertThat(literal).as("literal text; see docs/howto/add-a-page.md").isEmpty();
  }

  private static Stream<Call> calls() {
    return SOURCES.entrySet().stream().flatMap(entry -> calls(entry.getKey(), entry.getValue()));
  }

  private static Stream<Call> calls(String file, String source) {
    var calls = new ArrayList<Call>();
    Matcher call = CALL.matcher(source);
    while (call.find()) {
      if (!call.group(1).matches("[a-z]+\\.[a-z0-9-]+")) {
        continue;
      }
      int open = source.indexOf('(', call.start());
      List<String> arguments = arguments(source, open);
      boolean head = !arguments.getFirst().strip().endsWith("\"");
      var names = new TreeSet<String>();
      for (int i = 1; i < arguments.size(); i += 2) {
        names.add(arguments.get(i).strip().replace("\"", ""));
      }
      calls.add(new Call(file, call.group(1), head, names));
    }
    return calls.stream();
  }

  /** The arguments of a call, as they stand in the source. */
  private static List<String> arguments(String source, int open) {
    var arguments = new ArrayList<String>();
    int depth = 0;
    int from = open + 1;
    char quote = '\0';
    for (int i = open; i < source.length(); i++) {
      char c = source.charAt(i);
      if (quote != '\0') {
        i += c == '\\' ? 1 : 0;
        quote = c == quote ? '\0' : quote;
      } else if (c == '"' || c == '`') {
        quote = c;
      } else if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0 && --depth == 0) {
        arguments.add(source.substring(from, i));
        return arguments;
      } else if (c == ',' && depth == 1) {
        arguments.add(source.substring(from, i));
        from = i + 1;
      }
    }
    throw new IllegalArgumentException("Not closed: " + source.substring(open));
  }

  private static Set<String> names(String text) {
    var pattern = new MessagePattern(text);
    return Stream.iterate(0, i -> i < pattern.countParts(), i -> i + 1)
        .map(pattern::getPart)
        .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NAME)
        .map(pattern::getSubstring)
        .collect(toCollection(TreeSet::new));
  }

  private static Map<String, String> bundles(String tag) {
    var all = new TreeMap<String, String>();
    Path folder = MAIN.resolve("resources/texts").resolve(tag);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        String feature = name.substring(0, name.indexOf('.'));
        Bundle.read("texts/%s/%s".formatted(tag, name))
            .forEach((key, text) -> all.put(feature + "." + key, text));
      }
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
    return all;
  }

  private static Map<String, String> sources() {
    var all = new TreeMap<String, String>();
    try (Stream<Path> files =
        Stream.concat(Files.walk(MAIN.resolve("java")), Files.walk(MAIN.resolve("jte")))) {
      for (Path file : files.filter(path -> path.toString().matches(".*\\.(java|jte)")).toList()) {
        String name =
            file.toString().endsWith(".jte")
                ? MAIN.resolve("jte").relativize(file).toString()
                : file.getFileName().toString();
        all.merge(name.replace('\\', '/'), Files.readString(file), (a, b) -> a + "\n" + b);
      }
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
    return all;
  }
}
