package dev.peregrine.host.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Styles name start and end, so that a page can run from right to left. What is meant as it stands
 * says so in its line: a comment that begins with {@code physical:}.
 */
class StyleDirectionTest {

  private static final Path STYLE = Path.of("src/main/resources/assets/app.css");
  private static final Pattern SIDE =
      Pattern.compile(
          "(?<![-\\w])((left|right)\\s*:|(margin|padding|border|scroll-margin|scroll-padding)-(left|right)"
              + "|border-(top|bottom)-(left|right)-radius|(float|clear|text-align):\\s*(left|right))");
  private static final Pattern FOUR =
      Pattern.compile("(?<![-\\w])(padding|margin|inset|border-radius):\\s*([^;{}]+)");

  static List<String> physical(String css) {
    var found = new ArrayList<String>();
    css.lines()
        .filter(line -> !line.contains("/* physical:"))
        .forEach(
            line -> {
              SIDE.matcher(line).results().forEach(side -> found.add(side.group()));
              Matcher four = FOUR.matcher(line);
              while (four.find()) {
                if (isLopsided(four.group(1), values(four.group(2)))) {
                  found.add(four.group().strip());
                }
              }
            });
    return found;
  }

  private static boolean isLopsided(String property, List<String> values) {
    if (values.size() != 4) {
      return false;
    }
    return property.equals("border-radius")
        ? !values.get(0).equals(values.get(1)) || !values.get(2).equals(values.get(3))
        : !values.get(1).equals(values.get(3));
  }

  /** What stands between blanks, but for those within brackets. */
  private static List<String> values(String text) {
    var values = new ArrayList<String>();
    var value = new StringBuilder();
    int depth = 0;
    for (char c : (text.strip() + " ").toCharArray()) {
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ' ' && depth == 0) {
        values.add(value.toString());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    return values;
  }

  @Test
  void noStyleNamesLeftOrRight() throws IOException {
    assertThat(physical(Files.readString(STYLE))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".a { left: 0; }",
        ".a { margin-right: 1rem; }",
        ".a { padding: 0 1rem 0 calc(1rem + 2px); }",
        ".a { border-radius: 4px 0 0 4px; }",
        ".a { float: right; }"
      })
  void aSideIsFound(String css) {
    assertThat(physical(css)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".a { inset-inline-start: 0; margin: 0 1rem 0 1rem; border-radius: 4px 4px 0 0; }",
        ".a { left: 0; } /* physical: the gesture goes there */"
      })
  void whatIsMeantSoIsNot(String css) {
    assertThat(physical(css)).isEmpty();
  }
}
